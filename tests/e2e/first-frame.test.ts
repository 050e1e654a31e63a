import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { quotesOf } from '../../data/deck'
import { root } from 'slidev-addon-lectern/node'
import { expectSlide, openSlide, pressAndGo, settled, slides, states, watchForTrouble } from './deck'

const stepped = slides.filter(({ steps }) => steps > 1)

/** A page that never gets the app: what it shows is the first frame. */
async function openBefore(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  await page.route(/\/assets\/.*\.js$/, route => route.abort())
  return page
}

/** What may stand in for the deck’s own font until that has come. */
const STAND_INS = {
  /** Itself, set smaller and as high: narrower than any. */
  narrow: { size: 94, file: (weight: string) => `@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-${weight}-normal.woff2` },
  /** As Arial, in the size that the page sets it: letters of the deck’s own font reach further out of their place. */
  arial: { size: undefined, file: (weight: string) => `pdfjs-dist/standard_fonts/LiberationSans-${Number(weight) > 400 ? 'Bold' : 'Regular'}.ttf` },
}

/**
 * Puts one font in place of the system’s that stand in for the deck’s own, which are not the same on every machine. It
 * comes with the page, as those of a system are there at once.
 */
async function standIn(page: Page, name: keyof typeof STAND_INS): Promise<void> {
  const { file, size } = STAND_INS[name]
  await page.route(url => url.pathname.endsWith('/'), async (route) => {
    const response = await route.fetch()
    const faces = /(font-family:Stand-in;font-weight:(\d+);)src:[^;]*;size-adjust:([\d.]+)%;ascent-override:([\d.]+)%;descent-override:([\d.]+)%/g
    let html = await response.text()
    let replaced = 0
    for (const [face, start, weight, ...numbers] of html.matchAll(faces)) {
      const [own, ascent, descent] = numbers.map(Number) as [number, number, number]
      const set = size ?? own
      const font = await readFile(join(root, 'node_modules', file(weight!)), 'base64')
      html = html.replace(face, `${start}src:url(data:font/sfnt;base64,${font});size-adjust:${set}%;ascent-override:${ascent * own / set}%;descent-override:${descent * own / set}%`)
      replaced += 1
    }
    expect(replaced).toBe(2)
    // The site itself has no fonts in its style sheets.
    const { 'content-security-policy': _, ...headers } = response.headers()
    await route.fulfill({ response, headers, body: html })
  })
}

async function showFrame(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'domcontentloaded' })
  await page.waitForFunction(() => document.querySelector('h1')?.clientHeight && document.fonts.status === 'loaded')
}

/** How many pixels differ between two pictures of one size, and by how much of 255 at most. */
async function compare(page: Page, ...pictures: [Buffer, Buffer]): Promise<{ pixels: number, most: number }> {
  if (pictures[0].equals(pictures[1]))
    return { pixels: 0, most: 0 }
  return page.evaluate(async (pictures) => {
    const [one, other] = await Promise.all(pictures.map(async (picture) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(picture), letter => letter.charCodeAt(0))]))
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!
      context.drawImage(image, 0, 0)
      return context.getImageData(0, 0, image.width, image.height).data
    })) as [Uint8ClampedArray, Uint8ClampedArray]
    const pixels = new Map<number, number>()
    one.forEach((value, index) => {
      const difference = Math.abs(value - other[index]!)
      if (difference > 0)
        pixels.set(index >> 2, Math.max(difference, pixels.get(index >> 2) ?? 0))
    })
    return { pixels: pixels.size, most: [...pixels.values()].reduce((most, value) => Math.max(most, value)) }
  }, pictures.map(picture => picture.toString('base64')))
}

/** Every word that can be seen, with its place. */
function wordsSeen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('#first-frame, #slide-content')!
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const seen: string[] = []
    while (texts.nextNode()) {
      const text = texts.currentNode as Text
      if (!text.parentElement!.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue
      for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
        const range = document.createRange()
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        const { x, y } = range.getBoundingClientRect()
        seen.push(`${word} at ${x.toFixed()}, ${y.toFixed()}`)
      }
    }
    return seen
  })
}

test('each slide with steps is first shown before its first click, to the pixel', async ({ browser, page }) => {
  const before = await openBefore(browser)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const slide of stepped) {
    await openSlide(page, slide.alias!)
    const shown = await page.screenshot()
    let difference = { pixels: Infinity, most: 0 }
    // On a busy machine Chromium draws a line of small letters now and then a fraction of a pixel aside (39 pixels, by 8 of 255
    // levels at most): that is gone when the page is loaded again, and what is wrong is not.
    for (let load = 1; load <= 3 && difference.pixels > 8; load += 1) {
      await showFrame(before, `/${slide.alias}/`)
      difference = await compare(before, await before.screenshot(), shown)
    }
    const { most, pixels } = difference
    // The scale is a division here and a tangent there: the antialiasing of an edge may differ by some of 255 levels (8 were
    // measured), in single pixels. Whatever moves or is missing changes hundreds of them.
    expect.soft(pixels, slide.alias).toBeLessThanOrEqual(8)
    expect.soft(most, slide.alias).toBeLessThanOrEqual(12)
  }
  await before.close()
})

test('where the address names a step or a quotation, nothing is shown first that is not there then', async ({ browser, page }) => {
  const before = await openBefore(browser)
  const quote = quotesOf('safety').at(-1)!.id
  const places = states.filter(({ step }) => step > 0).map(({ alias, step }) => ({ alias, query: `clicks=${step}` }))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const { alias, query } of [...places, { alias: 'safety-voices', query: `quote=${quote}` }]) {
    if (query === 'clicks=1')
      await openSlide(page, alias!)
    if (query.startsWith('clicks='))
      await pressAndGo(page, 'ArrowRight')
    else
      await page.goto(`/${alias}?${query}`).then(() => page.waitForURL(/clicks=/)).then(() => settled(page))
    await showFrame(before, `/${alias}/?${query}`)
    const first = await wordsSeen(before)
    expect.soft(first.length, `${alias}?${query}`).toBeGreaterThan(0)
    expect.soft(await wordsSeen(page), `${alias}?${query}`).toEqual(expect.arrayContaining(first))
  }
  await before.close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('what waits for a click is there, and no button that would do nothing', async ({ page }) => {
    const waiting = '.waiting, .slidev-vclick-hidden'
    for (const { alias } of stepped) {
      await page.goto(`/${alias}/`)
      expect.soft(await page.locator(waiting).and(page.locator(':visible')).count(), alias).toBe(await page.locator(waiting).count())
      await expect.soft(page.getByRole('button'), alias).toHaveCount(0)
    }
    await page.goto('/comparison/')
    await expect(page.getByRole('cell', { name: '86.1% (#1)' })).toBeVisible()
  })
})

test('headlines take the same room before the deck’s own font has come', async ({ browser, page }) => {
  const before = await openBefore(browser)
  await standIn(before, 'narrow')
  await before.route(/bricolage[^/]*\.woff2$/, route => route.abort())
  // Slides in their own size, as they are laid out for paper.
  await before.setViewportSize({ width: 980, height: 552 })
  await page.goto('/print?print=true')
  await page.waitForFunction(() => document.querySelector('[data-mounted]')
    && !document.querySelector('[data-mounted=false]') && document.fonts.status === 'loaded')
  const roomsOf = (page: Page): Promise<number[][]> => page.$$eval('.slidev-page', slides => slides.map((slide) => {
    const text = document.createRange()
    text.selectNodeContents(slide.querySelector('h1')!)
    const { left, top } = slide.getBoundingClientRect()
    const boxes = Array.from(text.getClientRects()).filter(({ width }) => width > 0)
    return [
      Math.min(...boxes.map(box => box.left)) - left, Math.min(...boxes.map(box => box.top)) - top,
      Math.max(...boxes.map(box => box.right)) - left, Math.max(...boxes.map(box => box.bottom)) - top,
    ].map(Math.round)
  }))
  const wanted = new Map((await page.$$eval('.slidev-page', pages => pages.map(page => page.getAttribute('data-slidev-no'))))
    .map((no, index) => [no, index]))
  const rooms = await roomsOf(page)
  for (const { alias, no } of slides) {
    await showFrame(before, `/${alias}/`)
    expect.soft(await roomsOf(before), alias).toEqual([rooms[wanted.get(String(no))!]])
  }
  await before.close()
})

/** Slides of which a headline, a quotation and a source line are the largest text. */
const LARGEST = ['/', '/safety/', '/performance-voices/', '/aged-rest/']
for (const [path, font] of LARGEST.flatMap(path => (['narrow', 'arial'] as const).map(font => [path, font] as const))) {
  test(`the largest paint of ${path} is that of the first frame, in ${font}`, async ({ page }) => {
    await standIn(page, font)
    let release = () => {}
    const released = new Promise<void>(resolve => release = resolve)
    await page.route(/(bricolage[^/]*\.woff2|\/assets\/.*\.js)$/, route => released.then(() => route.continue()))
    await page.addInitScript(() => {
      const paints = Object.assign(window, { paints: [] as string[] }).paints
      new PerformanceObserver(list => list.getEntries().forEach((entry) => {
        const { element, size } = entry as PerformanceEntry & { element: Element | null, size: number }
        paints.push(element?.id || `${size} px² of ${element?.closest('#app') ? 'the app’s' : 'the first frame’s'} ${element?.tagName}`)
      })).observe({ type: 'largest-contentful-paint', buffered: true })
    })
    const paints = () => page.evaluate(() => (window as unknown as { paints: string[] }).paints)
    await page.goto(path, { waitUntil: 'commit' })
    await expect.poll(paints).not.toEqual([])
    const first = await paints()
    release()
    await settled(page)
    await expect(page.locator('#first-frame')).toHaveCount(0)
    // Paints are told in their order: once that of something larger is, there is none to wait for.
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p id="larger" style="position:fixed;inset:0;font-size:200px;z-index:9">Larger than a slide</p>'))
    await expect.poll(paints).toContain('larger')
    expect(await paints()).toEqual([...first, 'larger'])
  })
}

test('the first frame gives way to the app’s own slide', async ({ baseURL, page }) => {
  const trouble = watchForTrouble(page, baseURL!)
  await openSlide(page, 'safety')
  await expect(page.locator('#first-frame')).toHaveCount(0)
  await expectSlide(page, slides.find(({ alias }) => alias === 'safety')!)
  expect(trouble).toEqual([])
})
