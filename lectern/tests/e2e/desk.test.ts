import { expect, test, type Page } from '@playwright/test'
import { open, settled } from './support/pages'
import { startTimer } from './support/stage'
import { at, expectAt, planned, slideAt, slides, talk } from './support/trial'

// Nothing here is about what moves.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** A slide with steps, and one with an answer to the likely question. */
const TABLE = slideAt('table')
const asked = slides.find(({ cuts, note }) => cuts.length > 0 && note.includes('**If asked:**'))!

const unasked = slides.find(({ note }) => note !== '' && !/\*\*[^*]+:\*\*/.test(note))!

const second = talk[1]!
const pace = (page: Page) => page.locator('.bottom .pace')
const minutesBefore = (no: number) => slides.slice(0, no - 1).filter(({ cuts }) => cuts.length > 0).reduce((sum, { minutes }) => sum + minutes, 0)

/** Words of the note that the buttons for its size stand on, wherever it is scrolled to. Runs in the browser. */
function wordsUnderButtons(): { covered: string[], seen: number } {
  const notes = document.querySelector('.desk .notes')!
  const buttons = notes.querySelector('.sizes')!
  const covered = new Set<string>()
  let seen = 0
  for (const part of notes.querySelectorAll<HTMLElement>('.said, .asides')) {
    const scroller = part.scrollHeight > part.clientHeight + 1 && getComputedStyle(part).overflowY === 'auto' ? part : notes
    for (let top = 0; top <= scroller.scrollHeight; top += 7) {
      scroller.scrollTop = top
      const box = buttons.getBoundingClientRect()
      const frame = scroller.getBoundingClientRect()
      const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const words = document.createRange()
        words.selectNodeContents(texts.currentNode)
        for (const { bottom, left, right, top } of words.getClientRects()) {
          if (right === left)
            continue
          seen += 1
          if (right > box.left && left < box.right && Math.min(bottom, frame.bottom) > box.top && Math.max(top, frame.top) < box.bottom)
            covered.add(texts.currentNode.textContent!.trim().slice(0, 40))
        }
      }
    }
  }
  return { covered: [...covered], seen }
}

/** Parts of the view that stand on each other, or whose words stand out of them. Runs in the browser. */
function partsThatMeet(): string[] {
  const parts = ['.bars', '.where', '.this .picture', '.next', '.notes', '.pace', '.clock', '.thumbs'].flatMap((name) => {
    const part = document.querySelector(`.desk ${name}`)!
    const { bottom, left, right, top } = part.getBoundingClientRect()
    return { name, part, bottom, left, right, top }
  })
  const out = parts.filter(({ name, part }) => name !== '.where' && part.scrollWidth > part.clientWidth + 1).map(({ name }) => `${name} is too narrow`)
  const meeting = parts.flatMap((a, index) => parts.slice(index + 1)
    // The buttons stay where they are while the rest scrolls under them.
    .filter(b => b.name !== '.thumbs' || getComputedStyle(b.part).position !== 'sticky')
    .filter(b => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
    .map(b => `${a.name} and ${b.name}`))
  return [...out, ...meeting]
}

test.describe('what a speaker sees', () => {
  test('notes have half the window and large letters, in a size that is kept', async ({ page }) => {
    await open(page, `/presenter/${asked.alias}`)
    const note = page.locator('.slidev-note')
    expect((await page.locator('.desk .notes').boundingBox())!.width).toBeGreaterThanOrEqual(638)
    await expect(note).toHaveCSS('font-size', '26px')
    await page.getByRole('button', { name: 'Increase font size' }).click()
    await page.reload()
    await expect(note).toHaveCSS('font-size', '28px')
    await page.getByRole('button', { name: 'Decrease font size' }).click()
    await expect(note).toHaveCSS('font-size', '26px')
  })

  for (const size of [{ width: 1280, height: 720 }, { width: 720, height: 480 }, { width: 768, height: 1024 }, { width: 390, height: 844 }]) {
    test(`no word is under the buttons for the size, at ${size.width} × ${size.height}, with asides or without`, async ({ page }) => {
      await page.setViewportSize(size)
      for (const { alias } of [asked, unasked]) {
        await open(page, `/presenter/${alias}`)
        await expect(page.locator('.slidev-note')).toBeVisible()
        for (let press = 0; press < 4; press += 1)
          await page.getByRole('button', { name: 'Increase font size' }).click()
        const { covered, seen } = await page.evaluate(wordsUnderButtons)
        expect(seen, alias).toBeGreaterThan(0)
        expect(covered, alias).toEqual([])
      }
    })
  }

  // The first is 1280 × 720 at 400 %, the next ones are small phones with the bars of a browser.
  for (const [width, height] of [[320, 180], [320, 256], [568, 232], [320, 480], [480, 320], [600, 520]] as const) {
    test(`at ${width} × ${height} no part stands on another one, and notes and buttons are there`, async ({ page }) => {
      await page.setViewportSize({ width, height })
      await page.goto(`/presenter/${TABLE.alias}`)
      await expect(page.locator('.slidev-note')).toBeVisible()
      await startTimer(page)
      await expect(pace(page)).toContainText('here')
      expect(await page.evaluate(partsThatMeet)).toEqual([])

      await page.locator('.desk').evaluate(desk => desk.scrollTop = 0)
      const next = page.getByRole('button', { name: 'Next', exact: true })
      const buttons = (await next.boundingBox())!
      expect(buttons.y + buttons.height).toBeLessThanOrEqual(height)
      const notes = (await page.locator('.desk .notes').boundingBox())!
      const below = notes.x < buttons.x + buttons.width ? buttons.y : height
      // Two lines of them.
      expect(Math.min(notes.y + notes.height, below) - notes.y).toBeGreaterThan(62)
      await next.click()
      await expectAt({ alias: TABLE.alias, step: 1 }, page)
      await expect(page.locator('.slidev-note [class*=note-click-mark]').first()).toBeInViewport()
      for (const part of [page.locator('.desk .where'), page.getByRole('timer')]) {
        await part.evaluate(element => element.scrollIntoView({ block: 'center' }))
        expect(await part.evaluate((element) => {
          const { height, left, top, width } = element.getBoundingClientRect()
          return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
        })).toBe(true)
      }
    })
  }

  test('what only helps stands apart from what is said, and sources nowhere', async ({ page }) => {
    await open(page, `/presenter/${asked.alias}`)
    await expect(page.getByLabel('Beside what is said')).toContainText('If asked')
    await expect(page.locator('.slidev-note')).not.toContainText('If asked')
    await expect(page.locator('.desk')).not.toContainText('Sources:')
  })

  test('slides are counted along the talk', async ({ page }) => {
    const told = slides.filter(({ cuts }) => cuts.length > 0)
    const where = page.locator('.desk .where')
    await open(page, `/presenter/${told.at(-1)!.alias}`)
    await expect(where).toContainText(`${told.length} of ${told.length}`)
    await page.goto(`/presenter/${slides.find(({ cuts }) => cuts.length === 0)!.alias}`)
    await expect(where).toContainText('Beside the talk')
  })

  test('the next state is called a step or a slide, and the end the end', async ({ page }) => {
    await open(page, `/presenter/${TABLE.alias}`)
    const next = page.locator('.desk .next')
    await expect(next).toContainText('Next step')
    await page.goto(`/presenter/${TABLE.alias}?clicks=${TABLE.steps - 1}`)
    await expect(next).toContainText(`Next slide ${slides[TABLE.no]!.title}`)
    await page.goto(`/presenter/${talk.at(-1)!.alias}?clicks=${talk.at(-1)!.step}`)
    await expect(next).toContainText('End of the talk')
  })

  test('Slidev’s own view is a button away, and so is the way back', async ({ page }) => {
    await open(page, `/presenter/${TABLE.alias}`)
    await page.getByRole('button', { name: 'Slidev’s view' }).click()
    await expect(page.getByText('Screen Mirror')).toBeVisible()
    await page.reload()
    await expect(page.getByText('Screen Mirror')).toBeVisible()
    await page.getByRole('button', { name: 'Lectern’s view' }).click()
    await expect(page.locator('.desk')).toBeVisible()
  })

  // The fifth and sixth are 1280 × 720 at 125 and 150 %.
  for (const [width, height] of [[1280, 720], [1024, 768], [768, 1024], [1024, 600], [1024, 576], [853, 480], [390, 844], [844, 390], [3440, 1440]] as const) {
    test(`at ${width} × ${height} nothing is cut, the controls are in reach, and lines of the note can be read`, async ({ page }) => {
      await page.setViewportSize({ width, height })
      await open(page, `/presenter/${asked.alias}`)
      await settled(page)
      const size = await page.evaluate(() => {
        const { scrollHeight, scrollWidth } = document.documentElement
        return [scrollWidth, scrollHeight]
      })
      // Words for screen readers alone stand below, in one pixel.
      expect(size[0]).toBe(width)
      expect(size[1]).toBeLessThanOrEqual(height + 1)
      const note = (await page.locator('.desk .notes').boundingBox())!
      expect(note.height / 26).toBeGreaterThan(8)
      const isSmall = width <= 600 || height <= 500
      const controls = isSmall ? ['Next', 'Back', 'Start the timer'] : ['Black', 'White', 'Zoom', 'Start the timer', 'Go to next slide', 'Increase font size']
      for (const name of controls) {
        const button = page.getByRole('button', { name, exact: true }).or(page.getByTitle(name, { exact: true }))
        const box = (await button.boundingBox())!
        expect(Math.min(box.x, box.y), name).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width, name).toBeLessThanOrEqual(width)
        expect(box.y + box.height, name).toBeLessThanOrEqual(height)
        expect(await button.evaluate((element) => {
          const { left, top, width, height } = element.getBoundingClientRect()
          return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
        }), `${name} is covered`).toBe(true)
        if (['Next', 'Back'].includes(name))
          expect(box.height).toBeGreaterThanOrEqual(44)
      }
      const slide = (await page.locator('#slide-content').boundingBox())!
      const room = (await page.locator('#slide-container').boundingBox())!
      expect(slide.x).toBeGreaterThanOrEqual(room.x - 1)
      expect(slide.y + slide.height).toBeLessThanOrEqual(room.y + room.height + 1)
    })
  }
})

test('a clicker works while a button has the focus', async ({ page }) => {
  await open(page, `/presenter/${TABLE.alias}`)
  await page.getByRole('button', { name: 'Start the timer' }).focus()
  await page.keyboard.press('PageDown')
  await expectAt({ alias: TABLE.alias, step: 1 }, page)
  await page.getByRole('button', { name: 'Set the timer back' }).focus()
  await page.keyboard.press('.')
  await expect(page.getByText('The audience sees')).toBeVisible()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await expectAt({ alias: TABLE.alias, step: 0 }, page)
})

test('a clicker in the window of the wall follows the talk as one at the desk does', async ({ context }) => {
  const reader = slides.find(({ cuts, no }) => no > 3 && cuts.length === 0)!
  const before = slides[reader.no - 2]!
  const after = slides.find(({ cuts, no }) => no > reader.no && cuts.length > 0)!
  const [wall, desk] = [await context.newPage(), await context.newPage()]
  await open(desk, `/presenter/${before.alias}?clicks=${before.steps - 1}`)
  await open(wall, '/')
  await expectAt({ alias: before.alias, step: before.steps - 1 }, wall)
  await wall.bringToFront()
  await wall.keyboard.press('PageDown')
  await expectAt({ alias: after.alias, step: 0 }, wall, desk)
})

test('after a jump, one key leads back to slide and step', async ({ page }) => {
  const place = { alias: TABLE.alias, step: 2 }
  await open(page, `/presenter/${TABLE.alias}?clicks=2`)
  const back = page.getByRole('button', { name: /Back to/ })
  await expect(back).toHaveCount(0)
  await page.getByRole('navigation', { name: 'Chapters' }).getByRole('button').last().click()
  await expect(back).toContainText(TABLE.title)
  const far = at(page)
  expect(far.alias).not.toBe(TABLE.alias)
  // A second jump does not forget where the talk was.
  await page.keyboard.press('g')
  await page.locator('#slidev-goto-input').fill('2')
  await page.keyboard.press('Enter')
  await expectAt({ alias: slides[1]!.alias, step: 0 }, page)
  await page.mouse.click(5, 300)
  await page.keyboard.press('Backspace')
  await expectAt(place, page)
  await expect(back).toHaveCount(0)
})

test.describe('the clock', () => {
  test('starts with the first step of the talk, and with no look around before it', async ({ page }) => {
    await open(page, `/presenter/${TABLE.alias}`)
    await page.keyboard.press('ArrowRight')
    await expectAt({ alias: TABLE.alias, step: 1 }, page)
    await expect(page.getByRole('button', { name: 'Start the timer' })).toBeVisible()
    await open(page, `/presenter/${talk[0]!.alias}`)
    await page.keyboard.press('PageDown')
    await expectAt(second, page)
    await expect(page.getByRole('button', { name: 'Pause the timer' })).toBeVisible()
  })

  test('goes on when the only window was closed by mistake, and not on another day', async ({ context, page }) => {
    await page.clock.install({ time: new Date(2026, 10, 27, 14, 0) })
    await open(page, `/presenter/${TABLE.alias}`)
    await startTimer(page)
    await page.close()
    const openLater = async (hour: number, minute: number) => {
      const window = await context.newPage()
      await window.clock.install({ time: new Date(2026, 10, 27, hour, minute) })
      await open(window, `/presenter/${TABLE.alias}`)
      return window
    }
    const again = await openLater(14, 3)
    await expect(again.getByRole('button', { name: 'Pause the timer' })).toBeVisible()
    await expect(again.getByRole('timer')).toHaveText(new RegExp(`^(?:${planned - 4}|${planned - 3}):`))
    await again.close()
    await expect((await openLater(15, 0)).getByRole('button', { name: 'Start the timer' })).toBeVisible()
  })

  test('a start button cannot load the window anew while it runs', async ({ page }) => {
    await open(page, `/presenter/${TABLE.alias}`)
    const isTaken = () => page.evaluate(() => !window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F5', cancelable: true })))
    expect(await isTaken()).toBe(false)
    await page.getByRole('button', { name: 'Start the timer' }).click()
    expect(await isTaken()).toBe(true)
  })

  test('says how far the talk is off its plan, what to leave out, and leaves it out by a key', async ({ page }) => {
    // The slides of the longest talk that the next shorter one does without.
    const optional = slides.filter(({ cuts, minutes }) => cuts.includes(30) && !cuts.includes(20) && minutes > 0)
    const dropped = optional.find(({ no }) => no > TABLE.no)!
    const here = slides.filter(({ cuts, no }) => no < dropped.no && cuts.length > 0).at(-1)!
    await page.clock.install({ time: new Date(2026, 10, 27, 14, 0) })
    await open(page, `/presenter/${here.alias}?clicks=${here.steps - 1}`)
    // The clock of the page moves by hand from here on, and with it what waits for a key.
    const press = async (key: string) => {
      await page.keyboard.press(key, { delay: 20 })
      await page.clock.runFor(500)
    }
    await page.clock.pauseAt(new Date(2026, 10, 27, 14, 10))
    await expect(pace(page)).toHaveText(/ends 02:\d\d PM/)
    await page.getByRole('button', { name: 'Start the timer' }).click()
    const ends = Math.round((minutesBefore(here.no) + here.minutes) * 60)
    await page.clock.runFor((ends - 5) * 1000)
    await expect(pace(page)).toContainText('in time')
    await page.clock.runFor(45_000)
    await expect(pace(page)).toContainText('0:40 behind')
    // Where a speaker has the system’s own colours, the browser puts a plate of the page’s colour under words; these are drawn in it.
    await expect(pace(page).getByText('0:40 behind')).toHaveCSS('forced-color-adjust', 'none')
    await expect(pace(page)).toContainText('Leave out')
    await expect(pace(page)).toContainText(dropped.title)
    await press('s')
    await expect(pace(page)).toContainText('in time')
    await expect(pace(page)).toContainText('1 left out')
    await press('ArrowRight')
    const after = slides.find(({ cuts, no }) => no > dropped.no && cuts.length > 0)!
    await expect.poll(() => at(page).alias).toBe(after.alias)
    await page.getByRole('button', { name: 'Take back' }).click()
    await press('ArrowLeft')
    await expect.poll(() => at(page).alias).toBe(dropped.alias)
  })
})

test('? shows every key, and the same key, Escape and the button close it', async ({ page }) => {
  const card = page.getByRole('dialog', { name: 'Keys' })
  for (const address of [`/${TABLE.alias}`, `/presenter/${TABLE.alias}`]) {
    await open(page, address)
    await settled(page)
    for (const close of ['?', 'Escape', 'Enter']) {
      await page.keyboard.press('?')
      await expect(card).toContainText('black screen')
      // Keys belong to the card while it is open.
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press(close)
      // Closed, it is gone from the page a moment later, and the keys are the slides’ again.
      await expect(page.locator('dialog')).toHaveCount(0)
    }
    expect(at(page)).toEqual({ alias: TABLE.alias, step: 0 })
  }
})
