import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * Rules that axe-core applies only where somebody asks for them, because they are being tried out or new with WCAG 2.2.
 * Another version may count others among these; named here, they are held whatever it thinks of them.
 * `p-as-heading` is not: it takes the bold name of whoever said something for the heading of what follows.
 */
const ASKED_FOR = [
  'css-orientation-lock',
  'focus-order-semantics',
  'label-content-name-mismatch',
  'table-fake-caption',
  'target-size',
  'td-has-header',
]

/**
 * What axe-core finds on a page as it stands, a line for each place. The rules are handed over once for each document:
 * that takes as long as applying them.
 * @param where `scope`: selector of the part to look at, all of it without one; `without`: of a part to leave out;
 * `only`: the one rule to apply
 * @throws Error where no rule applied, or one that was asked for is unknown: then something was not looked at
 */
export async function findViolations(page: Page, { only, scope, without }: { only?: string, scope?: string, without?: string } = {}): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in window))
    await page.evaluate(axe.source)
  const { applied, lines } = await page.evaluate(async ({ asked, only, scope, without }) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe
    const rules = Object.fromEntries(asked.map(id => [id, { enabled: true }]))
    const { passes, violations } = await run({ include: scope ?? document, exclude: without ?? [] }, only ? { runOnly: [only] } : { rules })
    // A slide that is drawn small is small in all its parts: pages/accessibility.vue says so.
    const isShrunk = (selector: string): boolean =>
      (document.querySelector(selector)?.closest('.slidev-page')?.getBoundingClientRect().width ?? Infinity) < 980
    return {
      applied: passes.length + violations.length,
      lines: violations.flatMap(({ id, nodes }) => nodes
        .map(({ target }) => target.join(' '))
        .filter(target => id !== 'target-size' || !isShrunk(target))
        .map(target => `axe: ${id}: ${target}`)),
    }
  }, { asked: ASKED_FOR, only, scope, without })
  if (applied === 0)
    throw new Error('axe looked at nothing')
  return lines
}
