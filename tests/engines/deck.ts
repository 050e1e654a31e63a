import { expect, test as base } from '@playwright/test'
import type { EngineName } from '../../scripts/engines'
import { at, headlineOf, slides, type State } from '../e2e/deck'
import { faultsTold, watchSite, type WatchedSite } from './site'
import { startEngine, type Engine, type Tab } from './webdriver'

interface PerTest {
  site: WatchedSite
  /** Opens a tab, with the built site at this address. */
  openTab: (address: string) => Promise<Tab>
}

interface PerWorker {
  engineName: EngineName
  engine: Engine
}

/** Tests of the built site in Firefox and WebKit. One that ends with a complaint of a page has failed. */
export const test = base.extend<PerTest, PerWorker>({
  engineName: ['Firefox', { option: true, scope: 'worker' }],
  engine: [async ({ engineName }, use) => {
    const engine = await startEngine(engineName)
    await use(engine)
    await engine.close()
  }, { scope: 'worker', timeout: 90_000 }],
  site: async ({ baseURL }, use) => {
    const site = await watchSite(baseURL!)
    await use(site)
    site.close()
  },
  openTab: async ({ engine, site }, use) => {
    const tabs: Tab[] = []
    await use(async (address) => {
      const tab = await engine.newTab()
      tabs.push(tab)
      await tab.open(site.url + address)
      return tab
    })
    for (const tab of tabs) {
      await tab.evaluate(faultsTold)
      await tab.close()
    }
    expect(site.faults).toEqual([])
  },
})

/** Where a tab of slides or a presenter view is, by its address. */
async function placeOf(tab: Tab): Promise<State> {
  const address = await tab.evaluate(() => location.href)
  return at({ url: () => address })
}

/** Headlines of the slides that one can see, which is one unless a slide that was left stays. */
async function headlinesIn(tab: Tab): Promise<string[]> {
  const texts = await tab.evaluate(() => Array.from(document.querySelectorAll<HTMLElement>('#slideshow > .slidev-page'))
    .filter(page => page.checkVisibility()).map(page => page.querySelector('h1')?.innerText ?? ''))
  return texts.map(text => text.replace(/\s+/g, ' ').toLowerCase())
}

/** Puts what moves where it ends, and waits until the fonts of a slide have come: others are wider. */
export async function settle(tab: Tab): Promise<void> {
  await expect.poll(() => tab.evaluate(() => {
    document.getAnimations().forEach(move => move.finish())
    // Fonts are asked for during layout: measuring makes that happen now.
    return document.body.clientHeight > 0 && document.fonts.status === 'loaded' && Array.from(document.fonts).some(({ status }) => status === 'loaded')
  }), { intervals: [20, 50, 100] }).toBe(true)
}

/** Waits until a tab shows a state of the talk under its headline, and no other slide. */
export async function expectShown(tab: Tab, { alias, step }: State, timeout = 10_000): Promise<void> {
  const slide = slides.find(one => one.alias === alias)!
  await expect.poll(async () => ({ ...await placeOf(tab), headlines: await headlinesIn(tab) }), { timeout, intervals: [20, 50, 100] })
    .toEqual({ alias, step, headlines: [headlineOf(slide).toLowerCase()] })
}
