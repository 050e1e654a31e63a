import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * What axe-core finds on a page as it stands, a line for each place. The rules are handed over once for each document:
 * that takes as long as applying them.
 * @param scope selector of the part to look at; all of it without one
 * @throws Error where no rule applied: then nothing was looked at
 */
export async function findViolations(page: Page, scope?: string): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in window))
    await page.evaluate(axe.source)
  const { applied, lines } = await page.evaluate(async (scope) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe
    const { passes, violations } = await run(scope ?? document)
    return {
      applied: passes.length + violations.length,
      lines: violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `axe: ${id}: ${target.join(' ')}`)),
    }
  }, scope)
  if (applied === 0)
    throw new Error('axe looked at nothing')
  return lines
}
