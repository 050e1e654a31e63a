import { expect, test, type Page, type Response } from '@playwright/test'
import { expectStepSeen } from './support/noteSteps'
import { settled } from './support/pages'
import type { State } from './support/places'
import { at, slides } from './support/trial'

// Nothing here is about what moves.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** The slides of the talk that have clicks. */
const WITH_CLICKS = slides.filter(({ cuts, steps }) => cuts.length > 0 && steps > 1)
const STATES = WITH_CLICKS.reduce((sum, { steps }) => sum + steps, 0)

/** Slide and step, as the address names them. */
function placeOf(page: Page): string {
  const { pathname, searchParams } = new URL(page.url())
  return `${pathname.split('/').at(-1)} ${searchParams.get('clicks') ?? 0}`
}

async function openDesk(page: Page, { alias, step }: State): Promise<void> {
  await page.goto(`/presenter/${alias}${step ? `?clicks=${step}` : ''}`)
  await settled(page)
}

test('the notes follow each step of every slide, on and back, at the desk and in a window of their own', async ({ context, page }) => {
  expect(WITH_CLICKS.length).toBeGreaterThan(4)
  const notes = await context.newPage()
  await notes.setViewportSize({ width: 480, height: 320 })
  await notes.goto('/notes')
  const read = new Set<string>()
  for (const { alias, steps } of WITH_CLICKS) {
    const on = Array.from({ length: steps }, (_, step) => step)
    const press = async (key: string, step: number) => {
      await page.keyboard.press(key)
      await expect.poll(() => placeOf(page)).toBe(`${alias} ${step}`)
    }
    const look = async (step: number) => {
      read.add(await expectStepSeen(page, { alias, step }, 'desk'))
      read.add(await expectStepSeen(notes, { alias, step }, 'notes'))
    }
    await openDesk(page, { alias, step: 0 })
    await look(0)
    for (const step of on.slice(1)) {
      await press('ArrowRight', step)
      await look(step)
    }
    for (const step of on.slice(0, -1).reverse()) {
      await press('ArrowLeft', step)
      await look(step)
    }
  }
  // Each step has words of its own.
  expect(read.size).toBe(STATES)
})

test('back from the next slide, the notes are at the last step', async ({ context, page }) => {
  const notes = await context.newPage()
  await notes.setViewportSize({ width: 480, height: 320 })
  await notes.goto('/notes')
  const told = WITH_CLICKS.filter(slide => slide.cuts.length > 0)
  expect(told.length).toBeGreaterThan(2)
  for (const { alias, no, steps } of told) {
    await openDesk(page, { alias: slides[no]!.alias, step: 0 })
    await expect(page.locator(`#slideshow [data-slidev-no="${no}"] h1`)).toBeAttached()
    await page.keyboard.press('ArrowLeft')
    for (const [window, name] of [[page, 'desk'], [notes, 'notes']] as const)
      await expectStepSeen(window, { alias, step: steps - 1 }, name)
    expect(placeOf(page)).toBe(`${alias} ${steps - 1}`)
  }
})

test('opened at a step, the notes show it, in a window of any size and in larger letters', async ({ page }) => {
  for (const { alias, steps } of WITH_CLICKS) {
    const state = { alias, step: steps - 1 }
    await page.setViewportSize({ width: 1280, height: 720 })
    await openDesk(page, state)
    await expectStepSeen(page, state, 'opened')
    for (const [width, height] of [[844, 390], [390, 844], [800, 600]] as const) {
      await page.setViewportSize({ width, height })
      await expectStepSeen(page, state, `${width} × ${height}`)
    }
    for (let i = 0; i < 3; i += 1)
      await page.getByRole('button', { name: 'Increase font size' }).click()
    await expectStepSeen(page, state, 'larger letters')
    for (let i = 0; i < 3; i += 1)
      await page.getByRole('button', { name: 'Decrease font size' }).click()
  }
})

test('however Slidev’s own presenter view is laid out, the notes follow', async ({ page }) => {
  const { alias, steps } = WITH_CLICKS.at(-1)!
  await openDesk(page, { alias, step: 0 })
  await page.getByRole('button', { name: 'Slidev’s view' }).click()
  for (let layout = 1; layout <= 3; layout += 1) {
    await page.getByRole('button', { name: 'Toggle Presenter Layout' }).click()
    for (const [key, step] of [['ArrowRight', steps - 1], ['ArrowLeft', 0]] as const) {
      for (let i = 1; i < steps; i += 1)
        await page.keyboard.press(key)
      await expect.poll(() => at(page).step).toBe(step)
      await expectStepSeen(page, { alias, step }, `layout ${layout}`)
    }
  }
})

test('the overview of all slides stays where its reader is', async ({ page }) => {
  await page.goto('/overview')
  await expect(page.locator('.slidev-note').first()).toBeVisible()
  expect(await page.locator('*').evaluateAll(elements => elements.filter(({ scrollTop }) => scrollTop > 0).length)).toBe(0)
})

for (const width of [320, 768]) {
  test(`the overview of all slides, ${width} px wide: a slide stands beside its number, its note right under it`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 })
    await page.goto('/overview')
    const block = page.locator('.overview-slide-block').first()
    await expect(block.locator('.slidev-page')).toBeVisible()
    const [number, slide, note] = await Promise.all([block.getByText('1', { exact: true }), block.locator('.slidev-slide-container'), block.locator('.slidev-note')]
      .map(async part => (await part.boundingBox())!))
    expect(slide!.x).toBeGreaterThan(number!.x + number!.width)
    expect(slide!.x + slide!.width).toBeLessThanOrEqual(width)
    expect(slide!.y).toBeLessThan(number!.y + number!.height)
    const gap = note!.y - slide!.y - slide!.height
    expect(gap).toBeGreaterThan(0)
    expect(gap).toBeLessThan(60)
  })
}

for (const address of ['/overview', '/presenter/2']) {
  test(`in the system’s own colours notes at ${address} have no frame as if they had the focus`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto(address)
    const note = page.locator('.slidev-note').first()
    await expect(note).toBeVisible()
    await expect(note).toHaveCSS('outline-style', 'none')
  })
}

/** Of each note, words that stand in a file as they are written. */
const WORDS = slides.flatMap(({ note }) => /[\w ,]{40,}/.exec(note) ?? [])

/** Which of these words have come with a script of the page. */
async function wordsFetched(page: Page, open: () => Promise<unknown>): Promise<string[]> {
  const scripts: Promise<string>[] = []
  const keep = (response: Response) => response.request().resourceType() === 'script' && scripts.push(response.text())
  page.on('response', keep)
  await open()
  page.off('response', keep)
  const code = (await Promise.all(scripts)).join('\n')
  return WORDS.filter(words => code.includes(words))
}

test('slide 1 loads no notes, the view that shows them all of them', async ({ page }) => {
  expect(WORDS.length).toBeGreaterThan(slides.length / 2)
  expect(await wordsFetched(page, () => page.goto('/', { waitUntil: 'networkidle' }))).toEqual([])
  expect(await wordsFetched(page, () => page.goto('/presenter/1', { waitUntil: 'networkidle' }))).toEqual(WORDS)
})

for (const { name, path, key } of [
  { name: 'the desk', path: '/presenter/1' },
  { name: 'the window of notes', path: '/notes' },
  { name: 'the overview', path: '/overview' },
  { name: 'the narration', path: '/1', key: 'n' },
]) {
  test(`${name} is never without its words, however long they take`, async ({ page }) => {
    let isHeld = false
    await page.route(/assets\/notes-[^/]*\.js$/, async (route) => {
      isHeld = true
      await new Promise(resolve => setTimeout(resolve, 1000))
      await route.continue()
    })
    // What stands in the first note when it comes onto the page, before it is painted.
    await page.addInitScript(() => new MutationObserver((_, observer) => {
      const note = document.querySelector('.slidev-note, #narration')
      if (!note)
        return
      observer.disconnect()
      Object.assign(window, { firstNote: note.textContent })
    }).observe(document, { childList: true, subtree: true }))
    await page.goto(path)
    if (key) {
      await settled(page)
      await page.keyboard.press(key)
    }
    const first = await page.waitForFunction(() => (window as { firstNote?: string }).firstNote)
    expect(await first.jsonValue()).toContain(WORDS[0])
    expect(isHeld).toBe(true)
  })
}
