import { expect, type Page } from '@playwright/test'
import type { DeckSlide } from '../../../deck/deck'

/** A slide’s headline as one reads it. */
export function headlineOf({ title }: DeckSlide): string {
  return title.replace(/<br>/g, ' ')
}

/** Waits until one slide is there, whole and still: its fonts are loaded, and what moves has been put where it ends. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    document.getAnimations().forEach(move => move.finish())
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
 * Draws a finger across the screen.
 * @param across between which parts of its width
 * @param down at which part of its height, the middle without one
 */
export async function swipe(page: Page, direction: 'left' | 'right', across: readonly [left: number, right: number] = [0.2, 0.8], down = 0.5): Promise<void> {
  const { height, width } = page.viewportSize()!
  const y = height * down
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

/** Opens an address of slides or the presenter view, and waits until the slide is there. */
export async function open(page: Page, address: string, timeout = 20_000): Promise<void> {
  await page.goto(address, { timeout })
  await expect(page.locator('#slideshow h1:visible').first()).toBeVisible({ timeout })
}

/** Every place that a window goes to from now on. */
export function trailOf(page: Page): string[] {
  const trail: string[] = []
  page.on('framenavigated', frame => frame === page.mainFrame() && trail.push(new URL(page.url()).pathname + new URL(page.url()).search))
  return trail
}

/** Opens a site, and waits until its service worker keeps it. */
export async function visitAndKeep(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/`)
  await settled(page)
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    while (active?.state !== 'activated')
      await new Promise(resolve => active?.addEventListener('statechange', resolve, { once: true }))
  })
}
