import type { Browser } from 'playwright-chromium'
import { inTime, UserError } from '../cli/run'
import { serveDist, type Site } from '../site/serve'

/** The built site and a browser that looks at it. */
export interface Session {
  browser: Browser
  site: Site
  /**
   * Waits for work in the browser.
   * @param what is being made, for the message
   * @throws UserError where the browser crashes, or answers too late
   */
  guard: <T>(what: string, work: () => Promise<T>) => Promise<T>
  close: () => void
}

/**
 * Serves a built site to a browser.
 * @param dist folder of the site
 * @param timeout seconds that a single piece of work may take
 */
export async function openSession(browser: Browser, dist: string, timeout: number): Promise<Session> {
  const site = await serveDist(0, dist)
  const crash = new Promise<never>((_, reject) => browser.once('disconnected', () => reject(new UserError('the browser crashed'))))
  // It may come while nobody waits.
  crash.catch(() => {})
  return {
    browser,
    site,
    guard: (what, work) => {
      const late = new UserError(`making the ${what} took more than ${timeout} s; if the machine is slow, raise --timeout`)
      return inTime(Promise.race([work(), crash]), timeout, late).catch((error: unknown) => {
        // When a page crashes, the call of Playwright’s that is pending rejects, and each has another message for it.
        throw /crashed|has been closed/.test(String(error)) ? new UserError(`the browser crashed while making the ${what}`) : error
      })
    },
    close: () => site.close(),
  }
}
