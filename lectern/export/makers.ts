import type { Deck } from '../deck/deck'
import { printHandout } from './handout'
import { imageSize, prepareSocialCards, takePictures } from './images'
import { imageNames, socialCardName, type ExportKind } from './names'
import { notesDocument } from './notes'
import type { ExportOptions } from './options'
import type { Session } from './session'
import { canvas, finishSlides, openSlidePages, printPages } from './slides'

/** What one kind of export holds. */
export interface Product {
  /** Of a file, or of each file in a folder by its name. */
  content: Uint8Array | string | ReadonlyMap<string, Uint8Array>
  /** How many pages, slides or images it has. */
  count: number
  unit: 'pages' | 'slides' | 'images'
}

export type Maker = () => Promise<Product>

/** Makes the notes, which need no browser. */
export function notesMaker(deck: Deck, numbers: readonly number[], isTalk: boolean): Maker {
  return () => Promise.resolve({ content: notesDocument(deck, numbers, isTalk), count: numbers.length, unit: 'slides' })
}

/** What is made in turns, beside each other: all kinds of the first turn are made from one opened page. */
export const turns: readonly (readonly (readonly ExportKind[])[])[] = [
  [['slides', 'pptx', 'images']],
  [['steps'], ['handout'], ['notes']],
]

/**
 * Makes everything else.
 * @param date that the files bear
 */
export function browserMakers(
  session: Session,
  deck: Deck,
  options: ExportOptions,
  date: Date,
): Record<Exclude<ExportKind, 'notes'>, Maker> {
  const open = (everyStep: boolean, pictureWidth: number, range = options.range) =>
    openSlidePages(session, deck, { ...options, everyStep, pictureWidth, range })
  const slidePages = once(() => open(false, imageSize.width))
  const printed = once(async () => printPages(await slidePages()))
  const pictures = once(async () => {
    // Pictures hide all pages but one for a while.
    if (options.kinds.includes('slides'))
      await printed()
    return takePictures(await slidePages())
  })
  const guarded = (kind: ExportKind, make: Maker): Maker => () => session.guard(kind, make)

  return {
    slides: guarded('slides', async () => {
      const opened = await slidePages()
      return { content: await finishSlides(await printed(), opened, deck, date), count: opened.pages.length, unit: 'pages' }
    }),
    steps: guarded('steps', async () => {
      const opened = await open(true, imageSize.width)
      return { content: await finishSlides(await printPages(opened), opened, deck, date), count: opened.pages.length, unit: 'pages' }
    }),
    handout: guarded('handout', async () => {
      const { bytes, pageCount } = await printHandout(session, deck, options, date)
      return { content: bytes, count: pageCount, unit: 'pages' }
    }),
    pptx: guarded('pptx', async () => {
      const { makePptx } = await import('./pptx')
      const { pages } = await slidePages()
      return { content: await makePptx(deck, pages, await pictures(), options.notes, date), count: pages.length, unit: 'slides' }
    }),
    images: guarded('images', async () => {
      const { packPicture } = await import('./pack')
      const { pages } = await slidePages()
      const names = imageNames(pages.map(({ slide }) => deck.slides[slide - 1]!))
      const packed = await Promise.all((await pictures()).map(async picture => packPicture(await picture)))
      const images = new Map<string, Uint8Array>(packed.map((png, index) => [names[index]!, png]))
      if (pages[0]?.slide === 1) {
        const takeCard = await prepareSocialCards(await open(false, canvas.width, '1'))
        images.set(socialCardName, await takeCard(0, { type: 'png' }))
      }
      return { content: images, count: images.size, unit: 'images' }
    }),
  }
}

/** Calls a function at most once. */
function once<T>(work: () => T): () => T {
  let result: { value: T } | undefined
  return () => (result ??= { value: work() }).value
}
