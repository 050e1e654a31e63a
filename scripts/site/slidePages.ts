import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deck, DeckSlide } from '../deck'
import { plainNote } from '../export/notes'
import { headTags, withHead, type Place } from './document'

/** Longest description of a slide, in characters: search engines cut what is longer. */
const LONGEST = 200

/** Whole sentences from the start of what is said on a slide. */
export function describeSlide({ note, title }: Pick<DeckSlide, 'note' | 'title'>): string {
  const spoken = plainNote(note).split('\n\n')[0] ?? ''
  const sentences = spoken.replace(/\s*▸\s*/g, ' ').match(/[^.?!]+[.?!]+/g) ?? []
  let text = ''
  for (const sentence of sentences) {
    if ((text + sentence).length > LONGEST)
      break
    text += sentence
  }
  return text.trim() || title
}

/** Gives every slide a page at its own address, so that a shared link shows its headline, and a plain file server finds it. */
export async function writeSlidePages(dist: string, deck: Deck, place: Place): Promise<void> {
  const html = await readFile(join(dist, 'index.html'), 'utf8')
  const tagsOf = (slide: DeckSlide, path: string): string => headTags({
    title: `${slide.title} · ${deck.title}`,
    description: describeSlide(slide),
    path,
    card: cardOf(slide),
  }, place)
  for (const slide of deck.slides) {
    if (!slide.alias)
      continue
    await mkdir(join(dist, slide.alias), { recursive: true })
    await writeFile(join(dist, slide.alias, 'index.html'), withHead(html, tagsOf(slide, `${slide.alias}/`)))
  }
  const about = headTags({ title: deck.title, description: deck.subject, path: '', card: cardOf(deck.slides[0]!) }, place)
  await writeFile(join(dist, 'index.html'), withHead(html, about))
  // What a static host sends for addresses that it does not know: the slides, which say so themselves.
  await writeFile(join(dist, '404.html'), withHead(html, `${about}\n<meta name="robots" content="noindex">`))
}

/** Path of a slide’s social card under the base. */
export function cardOf({ alias, no }: Pick<DeckSlide, 'alias' | 'no'>): string {
  return `cards/${alias ?? no}.jpg`
}
