import type { Deck } from '../deck/deck'
import type { RuleKit, DeckRules } from '../pdf/check/finding'
import type { SearchDocument } from '../search/search'

/**
 * What the handout makes of a slide, by `handout` in its frontmatter: its picture, which is the default; a text of the deck’s own,
 * by the component `handoutText`; its headline and what is said; or nothing.
 */
export type HandoutForm = typeof HANDOUT_FORMS[number]
export const HANDOUT_FORMS = ['picture', 'text', 'words', 'none'] as const

/** A page beside the slides: plain HTML in the built site, complete without JavaScript. */
export interface PageRecord {
  /** In the title bar and in search results. */
  title: string
  /** One or two sentences for search results and shared links. */
  description: string
  /** In the navigation of these pages; without it, the page is linked from their footers. */
  label?: string
}

/** A page of the deck's own. Its name is its address: `glossary` is at `/glossary/`. */
export interface PageConfig extends PageRecord {
  /** Path from the deck's folder of a Vue component whose root is `PageShell`. It is drawn once, at build time. */
  component: string
  /** Path of a module that exports `start()`, called once the page runs JavaScript. */
  script?: string
}

/** Where the deck may put a component of its own, by path from its folder. */
export interface SlotPaths {
  /** Before the deck's title at the head of every page. */
  pageMark?: string
  /** At the foot of every page. */
  pageFooter?: string
  /** Over a chapter. Gets `chapter`, `before` (the chapter before it, if there is one) and `place`: `read` or `handout`. */
  chapterArt?: string
  /** On the reading page under what a slide shows. Gets `alias`. */
  readSlideEnd?: string
  /** At the end of the reading page. */
  readEnd?: string
  /** At the very top of the handout. */
  handoutTop?: string
  /** On the first page of the handout, before its contents. */
  handoutSummary?: string
  /** In place of the picture of a slide whose frontmatter says `handout: text`. Gets `frontmatter`, `note` and `withNotes`. */
  handoutText?: string
  /** At the end of the handout. Gets `numbers`, those of the slides that the handout holds. An element with an `id` and `data-contents="…"` is listed in its contents by these words. */
  handoutEnd?: string
}

/** All of them. */
export const SLOTS = [
  'pageMark', 'pageFooter', 'chapterArt', 'readSlideEnd', 'readEnd', 'handoutTop', 'handoutSummary', 'handoutText', 'handoutEnd',
] as const satisfies (keyof SlotPaths)[]

/** What a deck tells Lectern, in `setup/lectern.ts`. Everything has a default, and so has the file. */
export interface LecternConfig {
  /** How the names of exported files begin: letters, digits and hyphens. By default made of the deck's title. */
  name?: string
  /** Under the icon on a home screen. By default the deck's title. */
  shortName?: string
  /** Of the frame that a browser draws around the installed site, such as `#ffffff`, which is the default. */
  themeColor?: string
  /**
   * What chapters are called, by the `chapter` in the frontmatter of the slide that opens each. By default the word in the
   * frontmatter itself.
   */
  chapters?: Record<string, string>
  /** Bold labels of notes that are not for everybody. */
  asides?: {
    /** Of use only in the room; by default `Point at`. */
    room?: string[]
    /** Where spoken facts come from, which a list of sources says anyway; by default `Sources`. */
    sources?: string[]
  }
  /**
   * Name of a query that a component of the deck understands as a step of a slide, such as `quote` in `/voices?quote=ada`. The
   * component puts `clicks` in its place.
   */
  stepQuery?: string
  /**
   * Whether the deck fetches nothing from other hosts: the policy of the built site (`_headers`) then forbids it. By default it
   * may fetch over https, as decks with pictures or fonts from elsewhere do.
   */
  selfContained?: boolean
  /** What the reading page says of itself. */
  read?: Partial<PageRecord>
  /** Pages of the deck's own beside the slides, by name. */
  pages?: Record<string, PageConfig>
  components?: SlotPaths
  /** What the search finds besides headlines and narration, and what each kind of it is called. */
  search?: {
    /** Such as `{ example: 'Example' }`. */
    kinds: Record<string, string>
    /** Said before anything is typed. */
    hint?: string
    documents: (deck: Deck) => SearchDocument[]
  }
  /**
   * Whether the PDFs say of themselves that they follow PDF/UA-1. Say so once `lectern export --check` has had them judged by
   * veraPDF without another failure; every `--check` judges them again. By default they do not.
   */
  pdfua?: boolean
  /** Rules of the deck's own for its PDFs, beside those of the standard: `always`, and where all slides are in the file. */
  pdfRules?: (kit: RuleKit) => DeckRules
}

/** The same with its defaults. */
export interface ResolvedConfig extends LecternConfig {
  name: string
  shortName: string
  themeColor: string
  chapters: Record<string, string>
  asides: { room: string[], sources: string[] }
  read: PageRecord
  selfContained: boolean
  pages: Record<string, PageConfig>
  components: SlotPaths
}

/** Name of a chapter. */
export function chapterLabel({ chapters }: Pick<ResolvedConfig, 'chapters'>, chapter: string): string {
  return chapters[chapter] ?? chapter
}

/** Small letters that Unicode takes for no letter with a mark, and what stands for them where there is only a to z. */
const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ł: 'l', ŋ: 'ng', ŧ: 't' }

/** A name as a file or an address has it, such as `american-express`. */
export function slug(name: string): string {
  return name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-z\d]/g, sign => LETTERS[sign] ?? '-').replace(/-+/g, '-').replace(/^-|-$/g, '')
}

/** Fills in what a deck does not say. */
export function resolveConfig(config: LecternConfig, deck: { title: string, subject: string }): ResolvedConfig {
  return {
    ...config,
    name: config.name ?? (slug(deck.title) || 'slides'),
    shortName: config.shortName ?? deck.title,
    themeColor: config.themeColor ?? '#ffffff',
    chapters: config.chapters ?? {},
    asides: { room: config.asides?.room ?? ['Point at'], sources: config.asides?.sources ?? ['Sources'] },
    read: {
      title: config.read?.title ?? `${deck.title}: the talk to read`,
      description: config.read?.description ?? (deck.subject || deck.title),
      label: config.read?.label ?? 'Read',
    },
    selfContained: config.selfContained ?? false,
    pages: config.pages ?? {},
    components: config.components ?? {},
  }
}
