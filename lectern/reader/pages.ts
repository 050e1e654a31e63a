/** A page beside the slides: plain HTML in the built site, complete without JavaScript. */
export interface PageRecord {
  /** In the title bar and in search results. */
  title: string
  /** One or two sentences for search results and shared links. */
  description: string
  /** In the navigation of these pages. */
  label: string
}

/** The pages beside the slides, by the name that their address has. */
export const pages = {
  read: {
    title: 'Go and Rust, better together: the talk to read',
    description: 'What Go and Rust share, what they traded, and when to use which: the whole talk on one page, with its figures, all its quotations and its sources.',
    label: 'Read',
  },
  quotes: {
    title: 'Go and Rust in practice: all 21 quotations',
    description: 'All the quotations of the talk, by language, company and topic, each with its source and an address of its own.',
    label: 'Quotations',
  },
  questions: {
    title: 'Six questions tell where to start: Go or Rust, for a part of your own',
    description: 'Six questions about one part of a system, each answer with its reason and with somebody who found it so. No points, no winner; the address keeps your answers.',
    label: 'Decide',
  },
  accessibility: {
    title: 'Accessibility of this deck',
    description: 'What was tested for keyboard, screen reader and zoom, how, and what is known to fall short.',
    label: 'Accessibility',
  },
} as const satisfies Record<string, PageRecord>

export type PageName = keyof typeof pages
export const pageNames = Object.keys(pages) as PageName[]
