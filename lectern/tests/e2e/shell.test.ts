import { expect, test, type Page } from '@playwright/test'
import { findViolations } from './support/axe'
import { open, openSlide, pressAndGo, settled } from './support/pages'
import { at, slideAt, slides } from './support/trial'

const EXAMPLE = slideAt('table')
const NEXT = slides[EXAMPLE.no]!

const said = (page: Page) => page.getByRole('status')
const focusedSlide = (page: Page) => page.evaluate(() =>
  Number(document.activeElement?.closest<HTMLElement>('[data-slidev-no]')?.dataset.slidevNo))

test('each move is said once, with slide, headline and step', async ({ page }) => {
  await openSlide(page, EXAMPLE.alias!)
  const where = `Slide ${EXAMPLE.no} of ${slides.length}: ${EXAMPLE.title}`
  await expect(said(page)).toHaveText(`${where}, step 1 of ${EXAMPLE.steps}`)
  await said(page).evaluate((region) => {
    const heard: string[] = []
    Object.assign(window, { heard })
    new MutationObserver(() => heard.push(region.textContent.trim()))
      .observe(region, { characterData: true, childList: true, subtree: true })
  })
  await pressAndGo(page, 'ArrowRight')
  await pressAndGo(page, 'ArrowDown')
  const next = `Slide ${NEXT.no} of ${slides.length}: ${NEXT.title}`
  await expect(said(page)).toHaveText(next)
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard))
    .toEqual([`${where}, step 2 of ${EXAMPLE.steps}`, next])
})

test('the window is named for the slide', async ({ page }) => {
  await openSlide(page, EXAMPLE.alias!)
  await expect(page).toHaveTitle(`${EXAMPLE.title} · A deck to try the addon with`)
  await pressAndGo(page, 'ArrowDown')
  await expect(page).toHaveTitle(`${NEXT.title} · A deck to try the addon with`)
})

test('the focus follows the slides, and stays in the controls', async ({ page }) => {
  await openSlide(page, 'contents')
  await page.getByRole('link', { name: 'What they share' }).press('Enter')
  const share = slides.find(({ chapter }) => chapter === 'shared')!
  await expect.poll(() => focusedSlide(page)).toBe(share.no)
  await pressAndGo(page, 'ArrowDown')
  await expect.poll(() => focusedSlide(page)).toBe(share.no + 1)
  const next = page.getByRole('button', { name: 'Go to next slide' })
  const before = page.url()
  await next.press('Enter')
  await expect(page).not.toHaveURL(before)
  await expect(next).toBeFocused()
})

for (const name of ['Narration', 'Go to next slide', 'Switch to dark mode theme']) {
  test(`keys lead on after a click on “${name}”`, async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    await page.mouse.move(20, 700)
    await page.getByRole('button', { name, exact: true }).click()
    await pressAndGo(page, 'ArrowDown')
    expect(at(page).alias).toBe(NEXT.alias)
  })
}

test('keys lead on after a look at a source', async ({ page }) => {
  await openSlide(page, EXAMPLE.alias!)
  await page.locator('#slideshow .slidev-page:visible .source a').first().click()
  await page.bringToFront()
  await pressAndGo(page, 'ArrowDown')
  expect(at(page).alias).toBe(NEXT.alias)
})

test('the first Tab offers to skip to the controls', async ({ page }) => {
  await openSlide(page, EXAMPLE.alias!)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the controls' })
  await expect(skip).toBeFocused()
  expect((await skip.boundingBox())!.height).toBeGreaterThanOrEqual(24)
  await page.keyboard.press('Enter')
  await expect(page.locator('#controls :focus')).toBeVisible()
  await expect(page.locator('#controls :focus')).toHaveCSS('outline-style', 'solid')
})

test('every control has a name', async ({ page }) => {
  await openSlide(page, EXAMPLE.alias!)
  const buttons = page.getByRole('button')
  expect(await buttons.count()).toBeGreaterThan(6)
  for (const button of await buttons.all())
    await expect(button).toHaveAccessibleName(/\w/)
})

test.describe('dialogs', () => {
  test('about the deck: takes the focus, Escape closes it, keys lead on', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    await page.mouse.move(20, 700)
    await page.getByRole('button', { name: 'Show info' }).click()
    const dialog = page.getByRole('dialog', { name: 'About the deck' })
    await expect(dialog).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await pressAndGo(page, 'ArrowDown')
    expect(at(page).alias).toBe(NEXT.alias)
  })

  for (const { button, name, key } of [
    { button: 'Show info', name: 'About the deck', key: 'Enter' },
    { button: 'Show slide overview', name: 'Overview of the slides', key: 'Enter' },
    { button: 'Show slide overview', name: 'Overview of the slides', key: 'Space' },
  ]) {
    test(`${name}: the focus comes back to the button that ${key} has pressed`, async ({ page }) => {
      await openSlide(page, EXAMPLE.alias!, 1)
      const url = page.url()
      const opener = page.getByRole('button', { name: button })
      await opener.press(key)
      await expect(page.getByRole('dialog', { name })).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(opener).toBeFocused()
      await opener.press(key)
      await expect(page.getByRole('dialog', { name })).toBeFocused()
      if (name !== 'About the deck')
        await page.getByRole('button', { name: 'Close', exact: true }).press('Enter')
      await page.keyboard.press('Escape')
      await expect(opener).toBeFocused()
      expect(page.url()).toBe(url)
    })
  }

  test('the overview: the focus goes to the slide that was chosen, and to the one that had it', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    await page.keyboard.press('o')
    const overview = page.getByRole('dialog', { name: 'Overview of the slides' })
    await expect(overview).toBeFocused()
    await page.keyboard.press('Escape')
    await expect.poll(() => focusedSlide(page)).toBe(EXAMPLE.no)
    await page.getByRole('button', { name: 'Show slide overview' }).press('Space')
    await expect(overview).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await pressAndGo(page, 'Enter')
    await expect.poll(() => focusedSlide(page)).toBe(NEXT.no)
  })

  test('the overview: what lies under it cannot be reached', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    await page.keyboard.press('o')
    await expect(page.getByRole('dialog', { name: 'Overview of the slides' })).toBeFocused()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => Boolean(document.activeElement?.closest('#page-root')))).toBe(false)
    await page.keyboard.press('Escape')
    await expect(page.locator('#page-root')).not.toHaveAttribute('inert')
  })

  test('the overview: Enter opens it from its button, and only the next one chooses', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!, 1)
    const url = page.url()
    const overview = page.getByRole('dialog', { name: 'Overview of the slides' })
    await page.getByRole('button', { name: 'Show slide overview' }).focus()
    // It is held for a while: the browser repeats it.
    for (let times = 0; times < 3; times++)
      await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await expect(overview).toBeFocused()
    // What closes it goes on for 200 ms.
    await page.waitForTimeout(300)
    await expect(overview).toBeVisible()
    expect(page.url()).toBe(url)
    await page.keyboard.press('ArrowRight')
    await pressAndGo(page, 'Enter')
    await expect(overview).toHaveCount(0)
    expect(at(page).alias).toBe(NEXT.alias)
    await pressAndGo(page, 'ArrowUp')
    expect(at(page).alias).toBe(EXAMPLE.alias)
  })

  test('the overview: Enter on its own buttons presses them, and chooses nothing', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!, 1)
    const url = page.url()
    await page.keyboard.press('o')
    const overview = page.getByRole('dialog', { name: 'Overview of the slides' })
    await expect(overview).toBeFocused()
    await page.getByRole('button', { name: 'Close', exact: true }).press('Enter')
    await expect(overview).toHaveCount(0)
    expect(page.url()).toBe(url)
  })

  test('the overview: Enter that is held on its Close neither opens it again nor moves the slide', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!, 1)
    const url = page.url()
    const opener = page.getByRole('button', { name: 'Show slide overview' })
    await opener.press('Enter')
    const overview = page.getByRole('dialog', { name: 'Overview of the slides' })
    await expect(overview).toBeFocused()
    await page.getByRole('button', { name: 'Close', exact: true }).focus()
    await page.keyboard.down('Enter')
    await expect(opener).toBeFocused()
    for (let times = 0; times < 3; times++)
      await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await expect(opener).toBeFocused()
    await expect(overview).toHaveCount(0)
    expect(page.url()).toBe(url)
    await opener.press('Enter')
    await expect(overview).toBeFocused()
  })

  for (const view of ['', '/presenter']) {
    test(`the search and the overview that a click has opened leave the focus to the slide, on ${view || 'slides'}`, async ({ page }) => {
      await open(page, `${view}/${EXAMPLE.alias}`)
      for (const { button, name } of [{ button: 'Search', name: 'Search the talk' }, { button: 'Show slide overview', name: 'Overview of the slides' }]) {
        await page.mouse.move(20, 700)
        await page.getByRole('button', { name: button }).click()
        const dialog = page.getByRole('dialog', { name })
        await expect(dialog.locator(':focus').or(dialog.and(page.locator(':focus')))).toHaveCount(1)
        await page.keyboard.press('Escape')
        await expect(dialog).toHaveCount(0)
        await expect.poll(() => focusedSlide(page)).toBe(EXAMPLE.no)
      }
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => at(page).alias).toBe(NEXT.alias)
    })
  }

  test('the choices of the menus can be made by keyboard', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    await page.getByRole('button', { name: 'Change sync settings' }).press('Enter')
    await page.getByRole('radio', { name: 'Disable' }).press('Space')
    await expect(page.getByRole('radio', { name: 'Disable' })).toBeChecked()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('radio')).toHaveCount(0)
  })
})

test('the timer of the presenter view starts and stops by keyboard', async ({ page }) => {
  await page.goto(`/presenter/${EXAMPLE.alias}`)
  await page.getByRole('button', { name: 'Start the timer' }).press('Enter')
  await page.getByRole('button', { name: 'Pause the timer' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Start the timer' })).toBeVisible()
})

const PLACES = [
  { name: 'the presenter view', address: `/presenter/${EXAMPLE.alias}` },
  { name: 'the overview page', address: '/overview' },
  { name: 'the overview', address: `/${EXAMPLE.alias}`, opened: { key: 'o', role: 'dialog' } },
  { name: 'the narration', address: `/${EXAMPLE.alias}`, opened: { key: 'n', role: 'complementary' } },
  { name: 'an unknown address', address: '/nowhere' },
] as const
for (const { address, name, ...place } of PLACES) {
  test(`axe finds nothing in ${name}, wide and narrow, light and dark`, async ({ browser }) => {
    test.setTimeout(120_000)
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of [{ width: 1280, height: 720 }, { width: 390, height: 844 }]) {
        const context = await browser.newContext({ colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } } as object)
        const page = await context.newPage()
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
        if ('opened' in place) {
          await settled(page)
          await page.keyboard.press(place.opened.key)
          await expect(page.getByRole(place.opened.role)).toBeVisible()
        }
        await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
        expect(await findViolations(page), `${colorScheme}, ${viewport.width}`).toEqual([])
        await context.close()
      }
    }
  })
}
