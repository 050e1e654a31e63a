import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { topics, type TopicId } from '../../data/deck'
import { loadDeck, root, type DeckSlide } from 'slidev-addon-lectern/node'

/** The deck as it is built. */
export const deck = await loadDeck()
export const { slides } = deck

/** Whose quotations a slide shows. */
export const topicOf = ({ frontmatter }: Pick<DeckSlide, 'frontmatter'>): TopicId | undefined => frontmatter.topic as TopicId | undefined

/** Minutes that the clock of the whole talk counts down. */
export const planned = Number(/^duration: (\d+)min$/m.exec(await readFile(join(root, 'slides.md'), 'utf8'))![1])

/** What the deck shows at one moment of the talk: a slide after a number of clicks. */
export interface State {
  alias: string | undefined
  /** Counted from 0. */
  step: number
}

/** Every state of the talk in order, as the notes mark them. */
export const states: State[] = slides.flatMap(({ alias, steps }) =>
  Array.from({ length: steps }, (_, step) => ({ alias, step })))

/** The states that the presenter view leads through: without slides for readers, and quotations that are not spoken. */
export const talk: State[] = slides.filter(({ cuts }) => cuts.length > 0).flatMap(({ alias, frontmatter, steps }) =>
  Array.from({ length: topicOf({ frontmatter }) ? topics[topicOf({ frontmatter })!].spoken.length : steps }, (_, step) => ({ alias, step })))

/** A slide’s headline as one reads it. */
export function headlineOf({ title }: DeckSlide): string {
  return title.replace(/<br>/g, ' ')
}

/** The state that the page’s address names. */
export function stateOf(page: Page): State {
  const { pathname, searchParams } = new URL(page.url())
  const place = pathname.slice(1)
  const slide = slides.find(({ alias, no }) => place === alias || place === String(no))
  return { alias: slide?.alias, step: Number(searchParams.get('clicks') ?? 0) }
}

/** Waits until one slide is there, whole and still: its fonts are loaded and nothing moves any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const [slide, ...others] = Array.from(document.querySelectorAll('#slideshow > .slidev-page'))
      .filter(page => page.checkVisibility())
    // Fonts are asked for during layout: measuring makes that happen now.
    return slide?.querySelector('h1')?.clientHeight && !others.length
      && document.fonts.status === 'loaded'
      && document.getAnimations().every(({ playState }) => playState !== 'running')
  })
}

export async function openSlide(page: Page, alias: string, step = 0): Promise<void> {
  await page.goto(step ? `/${alias}?clicks=${step}` : `/${alias}`)
  await settled(page)
}

export async function expectSlide(page: Page, slide: DeckSlide): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1, name: headlineOf(slide) })).toBeVisible()
}

/** Presses a key that takes the deck to another state, and waits for it. */
export async function pressAndGo(page: Page, key: string): Promise<void> {
  const before = page.url()
  await page.keyboard.press(key)
  await page.waitForURL(url => url.href !== before, { timeout: 5000 })
  await settled(page)
}

/** Collects what a page should never do: complain, or ask for what it cannot get or should not need. */
export function watchForTrouble(page: Page, origin: string): string[] {
  const trouble: string[] = []
  page.on('console', (message) => {
    // Playwright says so wherever it keeps the service worker out of a test.
    if (['error', 'warning'].includes(message.type()) && message.text() !== 'Service Worker registration blocked by Playwright')
      trouble.push(`console: ${message.text()}`)
  })
  page.on('pageerror', ({ message }) => trouble.push(`error: ${message}`))
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin)
      trouble.push(`leaves the machine: ${request.url()}`)
  })
  // A page that is left gives up what it was still fetching ahead.
  let isLeft = false
  page.on('request', request => isLeft ||= request.isNavigationRequest())
  page.on('domcontentloaded', () => isLeft = false)
  page.on('requestfailed', (request) => {
    if (!isLeft || request.failure()?.errorText !== 'net::ERR_ABORTED')
      trouble.push(`request failed: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400)
      trouble.push(`${response.status()}: ${response.url()}`)
  })
  return trouble
}

/** Findings, each with the places where it was made: what every slide has is one line, not a line a slide. */
export class Findings {
  private readonly places = new Map<string, string[]>()

  add(place: string, findings: readonly string[]): void {
    for (const finding of findings)
      this.places.set(finding, [...this.places.get(finding) ?? [], place])
  }

  get lines(): string[] {
    const MOST = 4
    return Array.from(this.places, ([finding, places]) => {
      const more = places.length > MOST ? ` and ${places.length - MOST} more` : ''
      return `${finding} (${places.slice(0, MOST).join(', ')}${more})`
    })
  }
}

/**
 * Draws a finger across the middle of the screen.
 * @param across between which parts of its width
 */
export async function swipe(page: Page, direction: 'left' | 'right', across: readonly [left: number, right: number] = [0.2, 0.8]): Promise<void> {
  const { height, width } = page.viewportSize()!
  const y = height / 2
  const [to, from] = direction === 'left' ? across : [across[1], across[0]] as const
  const client = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...places: number[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: places.map(x => ({ x: width * x, y })) })
  await touch('touchStart', from)
  await touch('touchMove', (from + to) / 2)
  await touch('touchMove', to)
  await touch('touchEnd')
  await client.detach()
}
