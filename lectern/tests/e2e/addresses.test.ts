import { expect, test } from '@playwright/test'
import { expectSlide, openSlide, pressAndGo, settled } from './support/pages'
import { at, slideAt, slides } from './support/trial'

// Nothing here is about what moves.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const EXAMPLE = slideAt('steps')
const RENAMED = slides.find(({ formerAliases }) => formerAliases.length)!

test('a former one leads on, with its step', async ({ page }) => {
  await openSlide(page, `${RENAMED.formerAliases[0]}?from=old`)
  await expectSlide(page, RENAMED)
  await expect(page).toHaveURL(`/${RENAMED.alias}?from=old`)
})

for (const address of ['/no-such-slide', '/99', '/no/such/page', '/presenter/nobody']) {
  test(`${address} is unknown, says so and offers the contents`, async ({ page }) => {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`There is nothing at ${address}`)
    await expect(page).toHaveURL(address)
    await expect(page).toHaveTitle(/^Not found/)
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex')
    await page.getByRole('link', { name: 'What they share' }).click()
    await expectSlide(page, slides.find(({ chapter }) => chapter === 'shared')!)
  })
}

for (const [address, name] of [['/caf%C3%A9', '/café'], ['/a%20b/', '/a b/'], ['/100%25', '/100%'], ['/no/caf%C3%A9', '/no/café'], ['/presenter/caf%C3%A9', '/presenter/café']] as const) {
  test(`${address} is unknown and stays as it is, also when it is loaded again`, async ({ page }) => {
    await page.goto(address)
    for (let load = 1; load <= 2; load += 1) {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`There is nothing at ${name}`)
      expect(new URL(page.url()).pathname).toBe(address)
      await page.reload()
    }
  })
}

test('one with too many steps shows the last', async ({ page }) => {
  await page.goto(`/${EXAMPLE.alias}?clicks=99`)
  await settled(page)
  expect(at(page)).toEqual({ alias: EXAMPLE.alias, step: EXAMPLE.steps - 1 })
})

for (const [clicks, step] of [['clicks=abc', 0], ['clicks=%FF', 0], ['clicks=1.5', 1], ['clicks=1&clicks=2', 1]] as const) {
  test(`one with ${clicks} shows a whole step, and goes on from there`, async ({ page }) => {
    await page.goto(`/${EXAMPLE.alias}?from=mail&${clicks}#here`)
    await settled(page)
    await expect(page).toHaveURL(`/${EXAMPLE.alias}?from=mail${step ? `&clicks=${step}` : ''}#here`)
    await pressAndGo(page, 'ArrowRight')
    expect(at(page)).toEqual({ alias: EXAMPLE.alias, step: step + 1 })
  })
}

for (const [file, slide, address] of [
  ['/index.html', slides[0]!, '/1'],
  ['/app.html', slides[0]!, '/1'],
  [`/${EXAMPLE.alias}/index.html?clicks=1`, EXAMPLE, `/${EXAMPLE.alias}/?clicks=1`],
] as const) {
  test(`${file}, the file of a page, is that page`, async ({ page }) => {
    await page.goto(file)
    await expectSlide(page, slide)
    await expect(page).toHaveURL(address)
  })
}
