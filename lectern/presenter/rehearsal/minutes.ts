import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { UserError } from '../../cli/run.ts'
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

interface Edit extends LineChange {
  path: string
}

/** The edits that give slides other `minutes`, each in the frontmatter of its slide. */
async function editsFor(folder: string, minutes: Readonly<Record<string, number>>): Promise<Edit[]> {
  const { slides } = await parseDeck(folder)
  const edits: Edit[] = []
  for (const { frontmatter, index, source } of slides) {
    const wanted = minutes[String(frontmatter.routeAlias ?? index + 1)]
    if (wanted === undefined)
      continue
    const lines = (await readFile(source.filepath, 'utf8')).split(/\r?\n/)
    const file = relative(folder, source.filepath)
    // Slidev counts the lines from 0; the first and the last of the frontmatter are its fences.
    const first = lines.findIndex((line, at) => at >= source.start && line.trim() !== '')
    if (lines[first]?.trim() !== '---' || source.contentStart <= source.start)
      throw new UserError(`${file}, slide ${index + 1}: has no frontmatter to write minutes into`)
    const at = lines.findIndex((line, no) => no > first && no < source.contentStart && /^minutes:/.test(line))
    edits.push(at < 0
      ? { path: source.filepath, file, line: first + 2, after: `minutes: ${wanted}` }
      : { path: source.filepath, file, line: at + 1, before: lines[at], after: `minutes: ${wanted}` })
  }
  return edits.filter(({ after, before }) => before !== after)
}

/**
 * Gives slides other `minutes`.
 * @param minutes by the `routeAlias` of a slide, or its number
 * @param write whether the files are written; without it, nothing but the answer happens
 * @returns what changes, or has changed
 * @throws UserError that names the slide, where there is no frontmatter; no file is written then
 */
export async function planMinutes(folder: string, minutes: Readonly<Record<string, number>>, write: boolean): Promise<LineChange[]> {
  const edits = await editsFor(folder, minutes)
  if (write) {
    const changed = new Map<string, string>()
    // From the end: a line that is added moves those after it.
    for (const { after, before, line, path } of edits.toReversed()) {
      const text = changed.get(path) ?? await readFile(path, 'utf8')
      const end = text.includes('\r\n') ? '\r\n' : '\n'
      const lines = text.split(end)
      lines.splice(line - 1, before === undefined ? 0 : 1, after)
      changed.set(path, lines.join(end))
    }
    await Promise.all([...changed].map(([path, text]) => replace(path, text)))
  }
  return edits.map(({ path: _, ...change }) => change)
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
