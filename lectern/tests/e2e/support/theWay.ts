import { test, type Page } from '@playwright/test'
import { open } from './pages'
import type { State } from './places'

const press = (page: Page, key: string): Promise<void> => page.keyboard.press(key, { delay: 20 })

/** Declares the tests that the keys of the presenter view lead through a talk, on and back. */
export function testsOfTheWay(talk: readonly State[], expectAt: (place: State, ...pages: Page[]) => Promise<void>): void {
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
}
