import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test, type Page } from '@playwright/test'
import { DevServer, PROGRAM } from './support/devServer'
import { open, openSlide, pressAndGo } from './support/pages'
import { testsOfTheWay } from './support/theWay'
import { at, deckFolder, expectAt, slideAt, slides, talk } from './support/trial'

// Nothing here is about what moves.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const reader = slideAt('reader')
/** The slides of the talk before and after it. */
const before = slides[reader.no - 2]!
const after = slides[reader.no]!

const press = (page: Page, key: string) => page.keyboard.press(key, { delay: 20 })

test.describe('the presenter view', () => {
  testsOfTheWay(talk, expectAt)

  test('goes on after a detour from where the talk was', async ({ page }) => {
    await open(page, `/presenter/${before.alias}`)
    await press(page, 'ArrowDown')
    await expectAt({ alias: reader.alias, step: 0 }, page)
    await press(page, 'ArrowRight')
    await expectAt({ alias: after.alias, step: 0 }, page)

    // In the middle of a slide, and far away.
    const long = slideAt('table')
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
  expect(at(page)).toEqual({ alias: reader.alias, step: 0 })
})

test.describe('lectern dev --cut', () => {
  test('leads every window through the shorter talk, by its clock', async ({ browser, page }) => {
    test.setTimeout(150_000)
    const server = await new DevServer(deckFolder, ['--cut', '10']).start()
    const origin = server.address()
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
      await server.stop()
    }
  })

  test('refuses a length that no slide has', async () => {
    const start = spawn(process.execPath, [PROGRAM, 'dev', '--no-open', '--cut', '12'], { cwd: deckFolder })
    const [said, [code]] = await Promise.all([text(start.stderr), once(start, 'exit') as Promise<[number]>])
    expect(said).toBe('dev: --cut must be minutes that slides.md names in its cuts (10, 20, 30), not “12”\n')
    expect(code).toBe(1)
  })
})
