import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parseSync } from '@slidev/parser/core'
import { parseDeck } from '../../deck/deck.ts'

/** A line of the deck’s source that changes. */
export interface LineChange {
  /** Path from the deck’s folder. */
  file: string
  /** Counted from 1, in the file as it is. */
  line: number
  /** Undefined where the line is new. */
  before?: string
  after: string
}

/** What changes, and the slides for which nothing does, though it should: each with its reason. */
export interface MinutesPlan {
  changes: LineChange[]
  left: string[]
}

interface Place {
  filepath: string
  /** Of the slides of that file. */
  index: number
  start: number
  contentStart: number
  frontmatter: Record<string, unknown>
  frontmatterStyle?: string
}

/** Lines with their ends, whatever these are. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/)
const endOf = (line = ''): string => line.endsWith('\r\n') ? '\r\n' : '\n'

/** The text of a file with other minutes for one of its slides, and what was done. */
function withMinutes(text: string, { contentStart, frontmatterStyle, start }: Place, minutes: number): { text: string, line: number, before?: string, after: string } {
  const lines = linesOf(text)
  const after = `minutes: ${minutes}`
  const at = lines.findIndex((line, no) => no >= start && no < contentStart && /^minutes:[ \t]*[\d.]+/.test(line))
  if (at >= 0) {
    const before = lines[at]!.trimEnd()
    lines[at] = lines[at]!.replace(/^(minutes:[ \t]*)[\d.]+/, `$1${minutes}`)
    return { text: lines.join(''), line: at + 1, before, after: lines[at].trimEnd() }
  }
  const end = endOf(lines[0])
  // Without frontmatter of its own, the fence before it begins one; the first slide has none before it.
  const first = frontmatterStyle ? lines.findIndex((line, no) => no >= start && line.trim() !== '') + 1 : start
  const added = frontmatterStyle ? [after] : start === 0 ? ['---', after, '---'] : [after, '---']
  lines.splice(first, 0, ...added.map(line => line + end))
  return { text: lines.join(''), line: first + 1, after }
}

/** Whether of all slides of a file this one alone has changed, and by its minutes alone. */
function isWhatWasWanted(before: string, after: string, { filepath, index }: Place, minutes: number): boolean {
  const [old, fresh] = [before, after].map(text => parseSync(text, filepath).slides.map(({ content, frontmatter, note }) => ({ content, frontmatter, note })))
  old![index]!.frontmatter = { ...old![index]!.frontmatter, minutes }
  return isDeepStrictEqual(old, fresh)
}

/**
 * Gives slides other `minutes`, each in its frontmatter. What cannot be written without another change is left, and said.
 * @param minutes by the `routeAlias` of a slide, or its number
 * @param write whether the files are written; without it, nothing but the answer happens
 */
export async function planMinutes(folder: string, minutes: Readonly<Record<string, number>>, write: boolean): Promise<MinutesPlan> {
  const { slides } = await parseDeck(folder)
  const texts = new Map<string, { old: string, fresh: string }>()
  const done = new Map<string, number>()
  const plan: MinutesPlan = { changes: [], left: [] }
  // From the end: a line that is added moves those after it.
  for (const { frontmatter, index, source } of slides.toReversed()) {
    const name = String(frontmatter.routeAlias ?? index + 1)
    if (!Object.hasOwn(minutes, name) || frontmatter.minutes === minutes[name])
      continue
    const wanted = minutes[name]!
    const place = source as Place
    const file = relative(folder, place.filepath)
    const leave = (reason: string): void => void plan.left.push(`${file}, slide ${index + 1}: ${reason}`)
    const key = `${place.filepath}:${place.start}`
    if (done.has(key)) {
      if (done.get(key) !== wanted)
        leave('its source is shown twice, with other minutes')
      continue
    }
    if (frontmatter.minutes !== place.frontmatter.minutes) {
      leave('its minutes stand where it is imported')
      continue
    }
    const old = texts.get(place.filepath)?.old ?? await readFile(place.filepath, 'utf8')
    const edit = withMinutes(old, place, wanted)
    if (!isWhatWasWanted(old, edit.text, place, wanted)) {
      leave('its frontmatter has another form than lines of `key: value`; write it by hand')
      continue
    }
    done.set(key, wanted)
    texts.set(place.filepath, { old, fresh: withMinutes(texts.get(place.filepath)?.fresh ?? old, place, wanted).text })
    const { after, before, line } = edit
    plan.changes.unshift({ file, line, ...before !== undefined && { before }, after })
  }
  if (write)
    await Promise.all([...texts].map(([path, { fresh }]) => replace(path, fresh)))
  return plan
}

/** Writes a file by an atomic rename: whoever reads it meanwhile gets the old or the new one. */
async function replace(path: string, text: string): Promise<void> {
  const fresh = `${path}.${process.pid}.new`
  try {
    await writeFile(fresh, text)
    await rename(fresh, path)
  }
  finally {
    await rm(fresh, { force: true })
  }
}
