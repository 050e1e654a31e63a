import { load } from '@slidev/parser/fs'
import { findAddressMistake } from '../navigation/addresses.ts'
import type { ChapterId } from '../../data/chapters'
import { fillIn } from '../../data/spoken.ts'
import type { TopicId } from '../../data/types'
import { printedSteps, type PrintRule } from '../print/printedSteps.ts'
import { readNote } from '../narration/notes.ts'
import { root, UserError } from '../cli/run.ts'

export interface DeckSlide {
  /** Counted from 1. */
  no: number
  /** The headline as one reads it, in a single line. */
  title: string
  alias: string | undefined
  /** Aliases that it once had. */
  formerAliases: string[]
  /** The chapter that it opens. */
  chapter: ChapterId | undefined
  /** Planned speaking time. */
  minutes: number
  /** Lengths of the talk, in minutes, that it belongs to; none for a slide that is for readers. */
  cuts: number[]
  /** Markdown, with `[click]` at every step. */
  note: string
  /** States that a speaker clicks through, 1 where nothing moves. */
  steps: number
  /** Which of the steps get a page in each export; without it, that depends on the export. */
  print: PrintRule | undefined
  /** Whose quotations it shows, one a step. */
  topic?: TopicId
  /** The parts of the lists of sources that it shows, as `SourceList` names them; none on most slides. */
  sourceLists?: SourceListPart[]
}

export interface SourceListPart {
  of: 'voices' | 'facts'
  /** Counted from 1. */
  part: number
  parts: number
}

export interface Deck {
  title: string
  /** Names, separated by commas. */
  author: string
  /** One sentence or paragraph about the deck. */
  subject: string
  keywords: string[]
  /** Language of the text, such as `en`. */
  lang: string
  slides: DeckSlide[]
}

/** Reads the deck as Slidev does. Its entry is `slides.md`. */
export async function loadDeck(folder = root): Promise<Deck> {
  const userRoot = folder.replace(/[\\/]$/, '')
  const { headmatter, slides } = await load({ userRoot, roots: [userRoot], allowedRoots: [userRoot] }, `${userRoot}/slides.md`)
  const list = (value: unknown): string[] =>
    (Array.isArray(value) ? value.map(String) : String(value ?? '').split(',')).map(item => item.trim()).filter(Boolean)
  return {
    title: String(headmatter.title ?? ''),
    author: list(headmatter.author).join(', '),
    subject: String(headmatter.info ?? '').replace(/\s+/g, ' ').trim(),
    keywords: list(headmatter.keywords),
    lang: String(headmatter.lang ?? 'en'),
    slides: slides.map(({ content, frontmatter, index, note = '', title = '' }) => {
      const slide = {
        no: index + 1,
        title: (/^# (.+)$/m.exec(content)?.[1] ?? title).replace(/<br>/g, ' '),
        alias: frontmatter.routeAlias,
        formerAliases: frontmatter.formerAliases ?? [],
        chapter: frontmatter.chapter,
        minutes: frontmatter.minutes ?? 0,
        cuts: readCuts(frontmatter.cuts, { no: index + 1, alias: frontmatter.routeAlias }),
        note: fillIn(note, `${slideName({ no: index + 1, alias: frontmatter.routeAlias })}, note`),
        steps: 1 + readNote(note).lastStep,
        topic: frontmatter.topic,
        sourceLists: readSourceLists(content),
      }
      return { ...slide, print: readPrintRule(frontmatter.print, slide) }
    }),
  }
}

/**
 * Reads the deck and makes sure that no two slides answer to one address, now or under a former name.
 * @throws UserError with file, slide and field
 */
export async function assertAddresses(folder = root): Promise<void> {
  const { slides } = await loadDeck(folder)
  const strange = slides.find(({ formerAliases }) => !Array.isArray(formerAliases))
  if (strange)
    throw new UserError(`${slideName(strange)}, formerAliases: expected a list of names, such as [old-name], not ${JSON.stringify(strange.formerAliases)}`)
  const found = findAddressMistake(slides.map(({ alias, formerAliases }) => ({ routeAlias: alias, formerAliases })))
  if (found)
    throw new UserError(`${slideName(slides[found.slide - 1]!)}, ${found.mistake}`)
}

/** What a message calls a slide. */
export function slideName({ alias, no }: Pick<DeckSlide, 'no' | 'alias'>): string {
  return `slides.md, slide ${no}${alias ? ` (${alias})` : ''}`
}

/** Numbers of the steps that get a page, from 0, in order. */
export function pagesOf({ print, steps }: Pick<DeckSlide, 'print' | 'steps'>, everyStep: boolean): number[] {
  return [...printedSteps(print, steps - 1, everyStep)]
}

function readCuts(cuts: unknown, slide: Pick<DeckSlide, 'no' | 'alias'>): number[] {
  if (cuts === undefined)
    return []
  if (!Array.isArray(cuts) || cuts.length === 0 || !cuts.every(minutes => Number.isInteger(minutes) && minutes > 0))
    throw new UserError(`${slideName(slide)}, cuts: expected lengths of the talk in minutes, such as [10, 20, 30], not ${JSON.stringify(cuts)}`)
  return cuts as number[]
}

function readSourceLists(content: string): SourceListPart[] | undefined {
  const lists = Array.from(content.matchAll(/<SourceList of="(voices|facts)"(?: :part="(\d+)" :parts="(\d+)")? \/>/g),
    ([, of, part = 1, parts = 1]) => ({ of: of as 'voices' | 'facts', part: Number(part), parts: Number(parts) }))
  return lists.length > 0 ? lists : undefined
}

function readPrintRule(rule: unknown, slide: Omit<DeckSlide, 'print'>): PrintRule | undefined {
  if (rule === undefined || rule === 'steps')
    return rule
  const rises = (value: unknown, index: number, steps: unknown[]): boolean =>
    Number.isInteger(value) && Number(value) > Number(steps[index - 1] ?? -1)
  if (!Array.isArray(rule) || rule.length === 0 || !rule.every(rises))
    throw new UserError(`${slideName(slide)}, print: expected steps, or rising numbers of steps such as [0, 2], not ${JSON.stringify(rule)}`)
  const steps = rule as number[]
  if (steps.at(-1)! >= slide.steps)
    throw new UserError(`${slideName(slide)}, print: there is no step ${steps.at(-1)!}; the last is ${slide.steps - 1}`)
  return steps
}
