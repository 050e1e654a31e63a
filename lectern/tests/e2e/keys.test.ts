import { expect, test, type Page } from '@playwright/test'
import { openSlide, settled } from './support/pages'
import { at, slideAt, slides } from './support/trial'

/** A slide with many steps. */
const EXAMPLE = slideAt('steps')

/** Keys that do something when they are pressed alone: Slidev’s and our own. */
const KEYS = ['Space', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'd', 'f', 'g', 'o', '`', 'n', '/', 'Enter', 'Escape', '2']

/** What a reader sees of the deck’s state. */
function look(page: Page) {
  return page.evaluate(() => ({
    address: location.href,
    isDark: document.documentElement.classList.contains('dark'),
    isFull: document.fullscreenElement !== null,
    narration: document.querySelectorAll('.narration').length,
    search: document.querySelectorAll('dialog[open]').length,
    goto: document.querySelector('#slidev-goto-dialog')?.getBoundingClientRect().top ?? -1,
    overview: document.querySelectorAll('.fixed.z-modal').length,
    focus: document.activeElement?.outerHTML.slice(0, 60),
  }))
}

/** Presses every key with `modifier` held; none may show, nor be kept from the browser. */
async function expectNothingWith(page: Page, modifier: string, keys = KEYS): Promise<void> {
  const before = await look(page)
  await page.evaluate(() => {
    const kept: string[] = []
    Object.assign(window, { kept })
    // After everything that the deck does with a key.
    window.addEventListener('keydown', event => setTimeout(() => event.defaultPrevented && kept.push(event.key)), true)
  })
  for (const key of keys) {
    await page.keyboard.press(`${modifier}+${key}`)
    expect(await look(page), `${modifier}+${key}`).toEqual(before)
  }
  expect(await page.evaluate(() => new Promise(resolve => setTimeout(() => resolve((window as object as { kept: string[] }).kept))))).toEqual([])
}

const MODIFIERS = ['Control', 'Alt', 'Meta', 'Control+Shift']

test.describe('with Ctrl, Alt or Cmd held', () => {
  const expectNothing = async (page: Page, keys?: string[]) => {
    for (const modifier of MODIFIERS)
      await expectNothingWith(page, modifier, keys)
  }

  test('the slides do nothing, and a key alone works at once', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!, 1)
    await expectNothing(page)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => at(page)).toEqual({ alias: EXAMPLE.alias, step: 2 })
  })

  test('the presenter view does nothing', async ({ page }) => {
    // Its steps are all part of the talk.
    await page.goto('/presenter/table?clicks=1')
    await expect(page.locator('.slidev-note')).toBeVisible()
    await settled(page)
    await expectNothing(page)
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/clicks=2/)
  })

  test('narration, overview and go-to do nothing', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!, 1)
    await page.getByRole('button', { name: 'Narration', exact: true }).press('Enter')
    await page.getByRole('complementary', { name: 'Narration' }).focus()
    await expectNothing(page, ['ArrowRight', 'ArrowLeft', 'Escape', 'n'])
    await page.keyboard.press('Escape')

    await page.keyboard.press('o')
    await expect(page.getByRole('dialog', { name: 'Overview of the slides' })).toBeFocused()
    await expectNothing(page, ['ArrowRight', 'ArrowDown', 'o', '2', 'Enter', 'Escape'])
    await page.keyboard.press('Escape')
    await expect(page.locator('#page-root')).not.toHaveAttribute('inert')
    // It fades out.
    await expect(page.getByRole('dialog', { name: 'Overview of the slides' })).toHaveCount(0)

    await page.keyboard.press('g')
    await expect(page.locator('#slidev-goto-input')).toBeFocused()
    await page.keyboard.type('3')
    await expectNothing(page, ['Enter', 'ArrowDown', 'Escape'])
  })

  for (const path of ['/read/', '/glossary/', '/overview', `/${EXAMPLE.alias}`]) {
    test(`${path} does nothing`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      // A slide is shown before its app is there.
      await expect(page.locator('#first-frame')).toHaveCount(0)
      await expectNothing(page)
      if (path === '/overview')
        return
      await expect(page.getByRole('button', { name: 'Search' })).toBeVisible()
      await page.keyboard.press('/')
      await page.getByRole('searchbox').fill('periwinkle')
      await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible()
      await expectNothing(page, ['ArrowDown', 'ArrowUp'])
    })
  }
})

test.describe('with Shift held', () => {
  test('only what has a Shift of its own does something', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!, 1)
    await expectNothingWith(page, 'Shift', KEYS.filter(key => !['Space', 'ArrowRight', 'ArrowLeft', '/', '`', '2'].includes(key)))
    await page.keyboard.press('Shift+Space')
    await expect.poll(() => at(page)).toEqual({ alias: EXAMPLE.alias, step: 0 })
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => at(page)).toEqual({ alias: slides[EXAMPLE.no]!.alias, step: 0 })
    await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(() => at(page).alias).toBe(EXAMPLE.alias)
  })
})

test('every one of the keys does something alone', async ({ page }) => {
  // Else the tests above would see nothing.
  for (const key of KEYS.filter(key => !['Enter', 'Escape', '2'].includes(key))) {
    await openSlide(page, EXAMPLE.alias!, 1)
    const before = await look(page)
    await page.keyboard.press(key)
    await expect.poll(() => look(page), { message: key }).not.toEqual(before)
  }
})

test.describe('a key that never came up', () => {
  const send = (page: Page, type: string, init: Omit<KeyboardEventInit, 'view'> & { code: string }) => page.evaluate(([type, init]) =>
    document.body.dispatchEvent(new KeyboardEvent(type as string, { bubbles: true, cancelable: true, ...init as object })), [type, init] as const)

  test.beforeEach(({ page }) => openSlide(page, EXAMPLE.alias!))

  const expectNextStep = async (page: Page, step: number) => {
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => at(page)).toEqual({ alias: EXAMPLE.alias, step })
  }

  test('does not hold back the next', async ({ page }) => {
    for (const [index, key] of ['Control', 'Meta', 'Shift'].entries()) {
      await send(page, 'keydown', { key, code: `${key}Left`, [`${key.replace('Control', 'Ctrl').toLowerCase()}Key`]: true })
      // Nor where the window tells of it.
      if (key !== 'Shift')
        await page.evaluate(() => window.dispatchEvent(new Event('blur')))
      await expectNextStep(page, index + 1)
    }
  })

  test('does not hold back itself', async ({ page }) => {
    await send(page, 'keydown', { key: 'ArrowRight', code: 'ArrowRight' })
    await expect.poll(() => at(page).step).toBe(1)
    await expectNextStep(page, 2)
  })

  test('as on a Mac, where none comes up while Cmd is held', async ({ page }) => {
    await send(page, 'keydown', { key: 'Meta', code: 'MetaLeft', metaKey: true })
    await send(page, 'keydown', { key: 'ArrowRight', code: 'ArrowRight', metaKey: true })
    await send(page, 'keyup', { key: 'Meta', code: 'MetaLeft' })
    expect(at(page).step).toBe(0)
    await expectNextStep(page, 1)
  })
})

test('a key that is held down ends where Control comes to it', async ({ page }) => {
  await page.clock.install()
  await openSlide(page, EXAMPLE.alias!)
  await page.keyboard.down('ArrowRight')
  await expect.poll(() => at(page).step).toBe(1)
  // Slidev repeats it by a timer of its own.
  await page.clock.runFor(1100)
  await expect.poll(() => at(page).step).toBe(2)
  await page.keyboard.down('Control')
  await page.clock.runFor(3000)
  await page.keyboard.up('ArrowRight')
  await page.keyboard.up('Control')
  expect(at(page)).toEqual({ alias: EXAMPLE.alias, step: 2 })
})

test('a slide that was left goes, though the browser draws no frame for its fade', async ({ page }) => {
  await openSlide(page, 'second')
  await page.evaluate(() => window.requestAnimationFrame = () => 0)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('#slideshow > .slidev-page'))
      .filter(slide => slide.checkVisibility()).map(slide => slide.dataset.slidevNo))).toEqual(['3'])
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('#slideshow > .slidev-page-2')).toBeVisible()
})

test('the letters of a text are the reader’s: nothing is kept from a field', async ({ page }) => {
  await openSlide(page, EXAMPLE.alias!)
  await page.keyboard.press('/')
  const field = page.getByRole('searchbox')
  await field.pressSequentially('Go')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('RUST')
  await expect(field).toHaveValue('RUST')
})
