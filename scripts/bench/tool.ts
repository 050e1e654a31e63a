import type { Figures, LighthousePage } from './measures'

/** What makes slides, with a deck to make them of. */
export interface Tool {
  /** Heads its column. */
  name: string
  /** Folder of the site, once it is built. */
  dist: string
  /** Makes the site; missing where a browser takes the deck as it is written. */
  build?: () => Promise<void>
  /**
   * Makes a PDF of the slides, as whoever uses the tool would.
   * @param url at which the built site is served
   * @returns path of the file
   */
  print: (url: string) => Promise<string>
  /** Makes all files that it can make. */
  exportAll?: () => Promise<Figures>
  /** Leads to the next slide, whatever steps the slide has. */
  nextKey: string
  /** Selects the elements that are slides. */
  slides: string
  /** Pages to be judged by Lighthouse. */
  pages: readonly LighthousePage[]
}
