import type { Browser } from 'playwright-chromium'
import { launchBrowser } from '../browser'
import { UserError } from '../run'
import { serveDist, type Site } from '../serve'

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
  close: () => Promise<void>
}

/**
 * Serves `dist/` and starts the browser.
 * @param browserPath as `findBrowser` gave it
 * @param timeout seconds that a single piece of work may take
 */
export async function openSession(browserPath: string, timeout: number): Promise<Session> {
  const site = await serveDist()
  const browser = await inTime(launchBrowser(browserPath), timeout, 'starting the browser').catch((error: unknown) => {
    // An open server would keep this process from ending.
    site.close()
    throw error
  })
  const crash = new Promise<never>((_, reject) => browser.once('disconnected', () => reject(new UserError('the browser crashed'))))
  // It may come while nobody waits.
  crash.catch(() => {})
  return {
    browser,
    site,
    guard: (what, work) => inTime(Promise.race([work(), crash]), timeout, `making the ${what}`).catch((error: unknown) => {
      // Whichever call was waiting when a page died, it says so in its own words.
      throw /crashed|has been closed/.test(String(error)) ? new UserError(`the browser crashed while making the ${what}`) : error
    }),
    close: async () => {
      site.close()
      // A browser that hangs does not close; it ends with this process.
      await inTime(browser.close(), 5, 'closing the browser').catch(() => {})
    },
  }
}

async function inTime<T>(work: Promise<T>, seconds: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UserError(`${what} took more than ${seconds} s; if the machine is slow, raise --timeout`)), seconds * 1000)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
