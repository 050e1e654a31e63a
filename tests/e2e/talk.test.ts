import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test, type Page } from '@playwright/test'
import { carouselOf } from '../../data/deck'
import { root } from 'slidev-addon-lectern/node'
import { freePort } from '../free-port'
import { openSlide, pressAndGo, slides, stateOf, swipe, talk, topicOf } from './deck'
import { at, expectAt, open } from './stage'

// Nothing here is about what moves.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const voices = slides.find(slide => topicOf(slide) && slide.alias === 'safety-voices')!
const quotations = carouselOf(topicOf(voices)!)
/** A slide of the talk with one for readers after it, and the slide of the talk that comes then. */
const reader = slides.find(({ cuts, no }) => no > 3 && cuts.length === 0)!
const before = slides[reader.no - 2]!
const after = slides.find(({ cuts, no }) => no > reader.no && cuts.length > 0)!

const press = (page: Page, key: string) => page.keyboard.press(key, { delay: 20 })

test.describe('the presenter view', () => {
  test('leads through the talk', async ({ page }) => {
    await open(page, `/presenter/${talk[0]!.alias}`)
    for (const place of talk.slice(1)) {
      await press(page, 'ArrowRight')
      await expectAt(place, page)
    }
    // The talk ends with its last slide.
    await press(page, 'ArrowRight')
    await press(page, 'ArrowLeft')
    await expectAt(talk.at(-2)!, page)
  })

  // A window of its own: addresses are written less often after a hundred of them.
  test('leads back through the talk', async ({ page }) => {
    const { alias, step } = talk.at(-1)!
    await open(page, `/presenter/${alias}?clicks=${step}`)
    for (const place of talk.slice(0, -1).reverse()) {
      await press(page, 'ArrowLeft')
      await expectAt(place, page)
    }
  })

  test('shows as next what comes next in the talk', async ({ page }) => {
    await open(page, `/presenter/${before.alias}?clicks=${before.steps - 1}`)
    const headlines = page.getByRole('heading', { level: 1 })
    await expect(headlines).toHaveText([before.title, after.title])
    await open(page, `/presenter/${voices.alias}`)
    await expect(headlines).toHaveText([voices.title, slides[voices.no]!.title])
  })

  test('reaches the other quotations by their dots, by a key and by a finger', async ({ browser }) => {
    const context = await browser.newContext({ hasTouch: true, viewport: { width: 1280, height: 720 } })
    const page = await context.newPage()
    await open(page, `/presenter/${voices.alias}`)
    const shown = page.getByRole('blockquote').first()
    const expectQuotation = async (step: number) => {
      await expectAt({ alias: voices.alias, step }, page)
      await expect(shown).toContainText(quotations[step]!.text)
    }
    await expectQuotation(0)
    await press(page, 'q')
    await expectQuotation(1)
    // The slide stands in the left part.
    await swipe(page, 'left', [0.1, 0.45])
    await expectQuotation(2)
    await page.getByRole('button', { name: /^Quotation 4 of/ }).first().click()
    await expectQuotation(3)
    await page.mouse.click(5, 5)
    await press(page, 'q')
    await expectQuotation(0)
    await press(page, 'q')
    await expectQuotation(1)
    await press(page, 'ArrowRight')
    await expectAt({ alias: slides[voices.no]!.alias, step: 0 }, page)
    await context.close()
  })

  test('goes on after a detour from where the talk was', async ({ page }) => {
    await open(page, `/presenter/${before.alias}`)
    await press(page, 'ArrowDown')
    await expectAt({ alias: reader.alias, step: 0 }, page)
    await press(page, 'ArrowRight')
    await expectAt({ alias: after.alias, step: 0 }, page)

    // In the middle of a slide, and far away.
    const long = slides.find(({ alias }) => alias === 'comparison')!
    await open(page, `/presenter/${long.alias}`)
    await press(page, 'ArrowRight')
    await expectAt({ alias: long.alias, step: 1 }, page)
    await press(page, 'g')
    await page.locator('#slidev-goto-input').fill(String(slides.at(-1)!.no))
    await page.keyboard.press('Enter')
    await expectAt({ alias: slides.at(-1)!.alias, step: 0 }, page)
    await press(page, 'ArrowRight')
    await expectAt({ alias: long.alias, step: 2 }, page)
    await press(page, 'g')
    await page.locator('#slidev-goto-input').fill(String(slides.at(-1)!.no))
    await page.keyboard.press('Enter')
    await expectAt({ alias: slides.at(-1)!.alias, step: 0 }, page)
    await press(page, 'ArrowLeft')
    await expectAt({ alias: long.alias, step: 2 }, page)
  })
})

test('a window alone leaves nothing out', async ({ page }) => {
  await openSlide(page, before.alias!, before.steps - 1)
  await pressAndGo(page, 'ArrowRight')
  expect(stateOf(page)).toEqual({ alias: reader.alias, step: 0 })
  await openSlide(page, voices.alias!)
  await pressAndGo(page, 'ArrowRight')
  expect(stateOf(page)).toEqual({ alias: voices.alias, step: 1 })
})

test.describe('npm start -- --cut', () => {
  test('leads every window through the shorter talk, by its clock', async ({ browser, page }) => {
    test.setTimeout(150_000)
    const port = await freePort()
    const server = spawn(process.execPath, ['lectern/bin/lectern.mjs', 'dev', '--no-open', '--port', String(port), '--cut', '10'], { cwd: root, stdio: 'ignore' })
    const origin = `http://localhost:${port}`
    await expect.poll(() => fetch(origin).then(({ ok }) => ok, () => false), { timeout: 60_000 }).toBe(true)
    try {
      // The first visit finds what Vite has to prepare, and may load the page anew for it.
      const first = await browser.newPage()
      await open(first, `${origin}/presenter/1`, 60_000)
      await first.close()
      await open(page, `${origin}/presenter/1`, 60_000)
      await expect(page.getByRole('timer')).toHaveText('10:00')
      await open(page, origin, 60_000)
      const short = slides.filter(({ cuts }) => cuts.includes(10))
      const seen = [at(page).alias]
      for (const { steps } of short.slice(0, -1)) {
        const { alias } = at(page)
        for (let step = 0; step < steps; step += 1)
          await press(page, 'ArrowRight')
        await expect.poll(() => at(page).alias).not.toBe(alias)
        seen.push(at(page).alias)
      }
      expect(seen).toEqual(short.map(({ alias }) => alias))
    }
    finally {
      server.kill()
      await once(server, 'exit')
    }
  })

  test('refuses a length that no slide has', async () => {
    const start = spawn(process.execPath, ['lectern/bin/lectern.mjs', 'dev', '--no-open', '--cut', '12'], { cwd: root })
    const [said, [code]] = await Promise.all([text(start.stderr), once(start, 'exit') as Promise<[number]>])
    expect(said).toBe('dev: --cut must be minutes that slides.md names in its cuts (10, 20, 30), not “12”\n')
    expect(code).toBe(1)
  })
})
