declare module 'virtual:lectern/config' {
  /** What the slides need to know of `setup/lectern.ts`. */
  export const config: Pick<import('../config/config').ResolvedConfig, 'asides' | 'chapters' | 'name' | 'stepQuery'> & {
    search?: { kinds: Record<string, string>, hint?: string }
  }
}

declare module 'virtual:lectern/routes' {
  /** Of the deck's own pages. */
  export const routes: { name: string, path: string, component: () => Promise<{ default: import('vue').Component }> }[]
}

declare module 'virtual:lectern/scripts' {
  /** What each page does once JavaScript runs. */
  export const scripts: Record<string, (() => Promise<{ start: () => void }>) | undefined>
}

declare module 'virtual:lectern/pages' {
  /** All pages beside the slides, by name, the reading page first. */
  export const pages: Record<string, import('../config/config').PageRecord>
}

declare module 'virtual:lectern/slots' {
  type Slot = import('vue').Component | undefined
  export const pageMark: Slot
  export const pageFooter: Slot
  export const chapterArt: Slot
  export const readSlideEnd: Slot
  export const readEnd: Slot
  export const handoutTop: Slot
  export const handoutSummary: Slot
  export const handoutText: Slot
  export const handoutEnd: Slot
}

declare module 'virtual:lectern/search' {
  export const documents: import('../search/search').SearchDocument[]
}

declare module 'virtual:lectern/notes' {
  /** What is said at each slide, as HTML; empty in development (narration/notes-plugin.ts). */
  const notes: readonly string[]
  export default notes
}
