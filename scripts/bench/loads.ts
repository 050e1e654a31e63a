import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-chromium'
import { resourceKinds, type Figures } from './measures'

/** What the first slide loads until the network is quiet; bytes are those of each body, gzipped at level 9. */
export async function measureBytes(browser: Browser, url: string): Promise<Figures> {
  const page = await browser.newPage()
  const bodies: Promise<readonly [kind: string, bytes: number]>[] = []
  let outside = 0
  page.on('request', request => outside += /^(data|blob):/.test(request.url()) || request.url().startsWith(url) ? 0 : 1)
  page.on('response', response => bodies.push(response.body().then(body =>
    [response.request().resourceType(), gzipSync(body, { level: 9 }).length] as const)))
  await page.goto(url, { waitUntil: 'networkidle' })
  const loaded = (await Promise.all(bodies)).map(([kind, bytes]) => ({ kind: resourceKinds.find(name => name === kind) ?? 'other', bytes }))
  await page.close()
  const figures: Figures = { bytes: 0, requests: loaded.length, outside }
  for (const { bytes, kind } of loaded) {
    figures.bytes! += bytes / 1000
    figures[`bytes ${kind}`] = (figures[`bytes ${kind}`] ?? 0) + bytes / 1000
  }
  return figures
}

/** Seconds until something, and until the largest thing, was painted; milliseconds of blocking. */
interface Paints {
  first: number
  largest: number
  /** What tasks took beyond 50 ms each, until all was loaded and painted: an early tap waits for them. */
  blocking: number
}

/** Loads a page with an empty cache, as a slow phone on a slow line would. */
export async function measurePaints(browser: Browser, url: string): Promise<Paints> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    const bytesPerSecond = 1.6e6 / 8
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false, latency: 150, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond,
    })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(url, { waitUntil: 'networkidle' })
    // What is drawn by scripts alone may come long after everything is loaded, and the largest part after the first.
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
    await page.waitForTimeout(1000)
    const [first, largest, blocking] = await page.evaluate(async () => [
      performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
      await new Promise<number>(resolve => new PerformanceObserver(list => resolve(list.getEntries().at(-1)!.startTime))
        .observe({ type: 'largest-contentful-paint', buffered: true })),
      await new Promise<number>((resolve) => {
        let blocking = 0
        new PerformanceObserver(list => list.getEntries().forEach(({ duration }) => blocking += duration - 50))
          .observe({ type: 'longtask', buffered: true })
        setTimeout(() => resolve(blocking), 100)
      }),
    ] as const)
    return { first: first / 1000, largest: largest / 1000, blocking }
  }
  finally {
    await context.close()
  }
}
