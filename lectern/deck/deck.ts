import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { load } from '@slidev/parser/fs'
import { findAddressMistake } from '../navigation/addresses.ts'
import { reservedAddresses } from '../config/addresses.ts'
import { HANDOUT_FORMS, resolveConfig, type ResolvedConfig } from '../config/config.ts'
import { loadConfig } from '../config/load.ts'
import { printedSteps, type PrintRule } from '../print/printedSteps.ts'
import { withFrontmatter } from './frontmatter.ts'
import { plainTitle } from './plain-title.ts'
import { readNote } from '../narration/notes.ts'
import { root, UserError } from '../cli/run.ts'

/** Of this addon, whose setup/ Slidev reads beside the deck’s. */
const lecternRoot = fileURLToPath(new URL('..', import.meta.url))

/** The file that Slidev reads first. */
const ENTRY = 'slides.md'

export interface DeckSlide {
  /** Counted from 1. */
  no: number
  /** The headline as one reads it, in a single line; its number where it has none. */
  title: string
  alias: string | undefined
  /** Aliases that it once had. */
  formerAliases: string[]
  /** The chapter that it opens. */
  chapter: string | undefined
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
  /** All of it, for what a deck reads for itself. */
  frontmatter: Record<string, unknown>
  /** Its Markdown, without frontmatter and note. */
  content: string
  /** Where it is written; before that, the slides that import it, whose frontmatter overrules its own. */
  origins: SlideOrigin[]
}

interface SlideOrigin {
  /** Path from the deck’s folder. */
  file: string
  /** First line of the slide. */
  line: number
  /** Names in its frontmatter. */
  fields: string[]
}

/** What tells slides apart in messages. */
type NamedSlide = Pick<DeckSlide, 'alias' | 'no' | 'origins'>

export interface Deck {
  title: string
  /** Names, separated by commas. */
  author: string
  /** One sentence or paragraph about the deck. */
  subject: string
  keywords: string[]
  /** Language of the text, such as `en`. */
  lang: string
  /** First family of `fonts.sans`. */
  font: string | undefined
  slides: DeckSlide[]
  /** What the deck tells Lectern, with defaults. */
  config: ResolvedConfig
}

/**
 * What Slidev makes of the deck's source.
 * @throws UserError with file and line, where frontmatter is no YAML
 */
export async function parseDeck(folder: string) {
  const userRoot = folder.replace(/[\\/]$/, '')
  return withFrontmatter(userRoot, () => load({ userRoot, roots: [lecternRoot, userRoot], allowedRoots: [userRoot] }, `${userRoot}/${ENTRY}`))
}

/**
 * What a slide is called: its main headline, where Slidev would take a title of the frontmatter first, else that, else
 * another headline. Those in code are none.
 */
function titleIn(content: string, { name, title: own }: DeckSlide['frontmatter'], title: string): string {
  const headline = /^# (.+)$/m.exec(content.replace(/^```[\s\S]+?^```/gm, ''))?.[1]
  return headline === undefined && (own || name) ? title.replace(/<br>/g, ' ') : plainTitle(headline ?? title)
}

/** Reads the deck as Slidev does. Its entry is `slides.md`. */
export async function loadDeck(folder = root): Promise<Deck> {
  const userRoot = folder.replace(/[\\/]$/, '')
  const { headmatter, slides } = await parseDeck(userRoot)
  const list = (value: unknown): string[] =>
    (Array.isArray(value) ? value.map(String) : String(value ?? '').split(',')).map(item => item.trim()).filter(Boolean)
  const about = {
    title: slides[0]?.frontmatter.title || slides[0]?.frontmatter.name ? String(headmatter.title) : plainTitle(String(headmatter.title ?? '')),
    subject: String(headmatter.info ?? '').replace(/\s+/g, ' ').trim(),
  }
  return {
    ...about,
    config: resolveConfig(await loadConfig(userRoot), about),
    author: list(headmatter.author).join(', '),
    keywords: list(headmatter.keywords),
    font: list((headmatter.fonts as { sans?: unknown } | undefined)?.sans)[0],
    lang: String(headmatter.lang ?? 'en'),
    slides: slides.map(({ content, frontmatter, importChain = [], index, note = '', source, title = '' }) => {
      const origins = [...importChain, source].map(({ filepath, frontmatter, start }) =>
        ({ file: relative(userRoot, filepath), line: start + 1, fields: Object.keys(frontmatter) }))
      const named = { no: index + 1, alias: frontmatter.routeAlias, origins }
      assertFields(frontmatter, named)
      const slide = {
        ...named,
        title: titleIn(content, frontmatter, title) || `Slide ${index + 1}`,
        formerAliases: frontmatter.formerAliases ?? [],
        chapter: frontmatter.chapter,
        minutes: frontmatter.minutes ?? 0,
        cuts: readCuts(frontmatter.cuts, named),
        note,
        steps: 1 + readNote(note).lastStep,
        frontmatter,
        content,
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
  const { config, slides } = await loadDeck(folder)
  const strange = slides.find(({ formerAliases }) => !Array.isArray(formerAliases))
  if (strange)
    throw new UserError(`${slideName(strange, 'formerAliases')}, formerAliases: expected a list of names, such as [old-name], not ${JSON.stringify(strange.formerAliases)}`)
  const found = findAddressMistake(slides.map(({ alias, formerAliases }) => ({ routeAlias: alias, formerAliases })), reservedAddresses(Object.keys(config.pages)))
  if (found)
    throw new UserError(`${slideName(slides[found.slide - 1]!, found.field)}, ${found.field}: ${found.mistake}`)
}

/** Fields of the headmatter that mean no more than their default where a site is built. */
const onlyDefaults: Record<string, { expected: string, isGood: (value: unknown) => boolean }> = {
  aspectRatio: { expected: '16/9, the one shape that slides can be built in', isGood: value => Math.abs(ratio(value) - 16 / 9) < 0.001 },
  canvasWidth: { expected: '980, the one width that slides can be built in', isGood: value => Number(value) === 980 },
  routerMode: { expected: 'history, by which pages have addresses', isGood: value => value === 'history' },
}

function ratio(value: unknown): number {
  const [width, height = 1] = String(value).split(/[:/x|]/).map(Number)
  return width! / height
}

/**
 * Makes sure of what building a deck takes, beyond its addresses: first frames, cards and files are made for one canvas.
 * @throws UserError with file and field
 */
export async function assertBuildable(folder = root): Promise<void> {
  await assertAddresses(folder)
  const { headmatter } = await parseDeck(folder)
  for (const [field, { expected, isGood }] of Object.entries(onlyDefaults)) {
    const value: unknown = headmatter[field] ?? undefined
    if (value !== undefined && !isGood(value))
      throw new UserError(`${ENTRY}, ${field}: expected ${expected}, not ${JSON.stringify(value)}`)
  }
}

/**
 * What a message calls a slide: by its number, which tells where it stands in `slides.md`, and of another file by its line.
 * @param field of its frontmatter that the message is about
 */
export function slideName({ alias, no, origins }: NamedSlide, field?: string): string {
  const { file, line } = origins.find(({ fields }) => field !== undefined && fields.includes(field)) ?? origins.at(-1)!
  return `${file === ENTRY ? file : `${file}:${line}`}, slide ${no}${alias ? ` (${alias})` : ''}`
}

/** Numbers of the steps that get a page, from 0, in order. */
export function pagesOf({ print, steps }: Pick<DeckSlide, 'print' | 'steps'>, everyStep: boolean): number[] {
  return [...printedSteps(print, steps - 1, everyStep)]
}

/** Fields that are read in many places, or by the browser alone, where nobody would say that one was passed over. */
const fields: Record<string, { expected: string, isGood: (value: unknown) => boolean }> = {
  chapter: { expected: 'a word, such as why', isGood: value => typeof value === 'string' || typeof value === 'number' },
  minutes: { expected: 'planned minutes, such as 1.5', isGood: value => typeof value === 'number' && value >= 0 && value < Infinity },
  spoken: { expected: 'how many of its states are spoken, such as 2', isGood: value => Number.isInteger(value) && Number(value) > 0 },
  handout: { expected: `one of ${HANDOUT_FORMS.join(', ')}`, isGood: value => HANDOUT_FORMS.some(form => form === value) },
}

function assertFields(frontmatter: Record<string, unknown>, slide: NamedSlide): void {
  for (const [field, { expected, isGood }] of Object.entries(fields)) {
    // A field without a value says nothing yet.
    const value = frontmatter[field] ?? undefined
    if (value !== undefined && !isGood(value))
      throw new UserError(`${slideName(slide, field)}, ${field}: expected ${expected}, not ${JSON.stringify(value)}`)
  }
}

function readCuts(cuts: unknown, slide: NamedSlide): number[] {
  if (cuts === undefined)
    return []
  if (!Array.isArray(cuts) || cuts.length === 0 || !cuts.every(minutes => Number.isInteger(minutes) && minutes > 0))
    throw new UserError(`${slideName(slide, 'cuts')}, cuts: expected lengths of the talk in minutes, such as [10, 20, 30], not ${JSON.stringify(cuts)}`)
  return cuts as number[]
}

function readPrintRule(rule: unknown, slide: Omit<DeckSlide, 'print'>): PrintRule | undefined {
  if (rule === undefined || rule === 'steps')
    return rule
  const rises = (value: unknown, index: number, steps: unknown[]): boolean =>
    Number.isInteger(value) && Number(value) > Number(steps[index - 1] ?? -1)
  if (!Array.isArray(rule) || rule.length === 0 || !rule.every(rises))
    throw new UserError(`${slideName(slide, 'print')}, print: expected steps, or rising numbers of steps such as [0, 2], not ${JSON.stringify(rule)}`)
  const steps = rule as number[]
  // A note without clicks says nothing of the steps that its slide has.
  if (slide.steps > 1 && steps.at(-1)! >= slide.steps)
    throw new UserError(`${slideName(slide, 'print')}, print: there is no step ${steps.at(-1)!}; the last is ${slide.steps - 1}`)
  return steps
}
