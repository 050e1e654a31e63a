import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import type { Browser } from 'playwright-chromium'
import { type ExportKind, exportKinds, main, plainName, progress, root, run, startBrowser, UserError } from 'slidev-addon-lectern/node'
import { parseBuildOptions } from '../lectern/cli/build-options'
import { publish } from '../lectern/files/staging'
import { serveDist, type Site } from '../lectern/site/serve'
import { buildSite } from '../lectern/site/build'

/** A line of the table; a target is an upper limit. */
interface Row {
  measure: string
  value: number
  /** Digits after the point. */
  digits?: number
  unit?: string
  target?: number
  /** Stock Slidev, Marp and reveal.js, measured earlier on the same plain deck of 30 slides. */
  others?: [slidev?: number, marp?: number, reveal?: number]
}

const runs = 3
const keyPresses = 16

await main('bench', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    progress('Starting the browser …')
    const { browser } = await startBrowser()
    const buildSeconds = await secondsOf(async () => publish([await buildSite(parseBuildOptions([]), browser)]))
    progress('Exporting …')
    const slides = await measureExport(folder, ['slides'])
    const all = await measureExport(folder, exportKinds)
    const pdf = await readFile(join(folder, plainName('slides', 'better-together')))

    progress('Loading …')
    const dist = join(folder, 'dist')
    const size = await compressedCopy(join(root, 'dist'), dist)
    const site = await serveDist(0, dist)
    try {
      const slide1 = await loadFirstSlide(browser, site)
      const plain = await measurePaints(browser, site, false)
      const throttled = await measurePaints(browser, site, true)
      const read = await measurePaints(browser, { url: `${site.url}/read/` }, true)
      const readHtml = gzipSync(await readFile(join(dist, 'read/index.html')), { level: 9 })
      const rows: Row[] = [
        { measure: 'npm run build', value: buildSeconds, digits: 1, unit: 's' },
        { measure: 'npm run export, all files, after the build', value: all.seconds, digits: 1, unit: 's', target: 60 },
        ...[...all.byKind].map(([kind, seconds]) => ({ measure: `  ${kind}`, value: seconds, digits: 1, unit: 's' })),
        { measure: 'npm run export -- slides, after the build', value: slides.seconds, digits: 1, unit: 's', target: 5, others: [7.9, 2.2] },
        { measure: 'Slides PDF size', value: pdf.length / 1000, unit: 'kB', target: 1000 },
        { measure: 'Slides PDF pages', value: (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount() },
        { measure: 'dist/ size', value: size.bytes / 1000, unit: 'kB' },
        { measure: 'dist/ files', value: size.files },
        { measure: 'Slide 1, all', value: slide1.total / 1000, unit: 'kB gz', target: 250, others: [220, 28, 497] },
        ...[...slide1.byKind].map(([kind, bytes]) => ({ measure: `  ${kind}`, value: bytes / 1000, digits: 1, unit: 'kB gz' })),
        { measure: 'Requests', value: slide1.requests, others: [22, 1, 6] },
        { measure: 'Requests that leave the machine', value: slide1.outside, target: 0 },
        { measure: 'First contentful paint', value: plain.first / 1000, digits: 2, unit: 's' },
        { measure: 'Largest contentful paint', value: plain.largest / 1000, digits: 2, unit: 's' },
        { measure: 'First contentful paint, throttled', value: throttled.first / 1000, digits: 1, unit: 's' },
        { measure: 'Largest contentful paint, throttled', value: throttled.largest / 1000, digits: 1, unit: 's', others: [2.3, 0.8, 3.3] },
        { measure: 'Blocking time, throttled', value: throttled.blocking / 1000, digits: 2, unit: 's' },
        { measure: 'Reading page, HTML', value: readHtml.length / 1000, digits: 1, unit: 'kB gz' },
        { measure: 'Reading page, first contentful paint, throttled', value: read.first / 1000, digits: 2, unit: 's', target: 1 },
        { measure: 'Key press to next slide painted', value: await measureKey(browser, site), unit: 'ms', target: 50, others: [34, 16, 82] },
      ]
      progress()
      console.log(format(rows))
    }
    finally {
      await browser.close()
      site.close()
    }
  }
  finally {
    await rm(folder, { recursive: true })
  }
})

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** Seconds of one export in all, and of each kind in it as the export itself tells them. */
async function measureExport(
  folder: string,
  kinds: readonly ExportKind[],
): Promise<{ seconds: number, byKind: Map<ExportKind, number> }> {
  let output = ''
  const seconds = await secondsOf(async () => {
    const finished = await run(process.execPath, ['lectern/bin/lectern.mjs', 'export', ...kinds, '--no-build', '--output', folder])
    output = finished.output
    if (finished.code !== 0)
      throw new UserError(output.trim().split('\n').at(-1) ?? 'the export failed')
  })
  return { seconds, byKind: new Map(kinds.map(kind => [kind, secondsIn(output, join(folder, plainName(kind, 'better-together')))])) }
}

/** Reads `deck.pdf: 52 pages, 420 kB, 4.1 s`. */
function secondsIn(output: string, file: string): number {
  return Number(output.split('\n').find(line => line.startsWith(`${file}:`))?.match(/([\d.]+) s$/)?.[1])
}

/** Copies a site and compresses what a web server would compress. */
async function compressedCopy(from: string, to: string): Promise<{ bytes: number, files: number }> {
  await cp(from, to, { recursive: true })
  const files = (await readdir(to, { recursive: true, withFileTypes: true })).filter(file => file.isFile())
  let total = 0
  for (const { name, parentPath } of files) {
    const file = join(parentPath, name)
    total += (await stat(file)).size
    if (/\.(js|css|html|svg|json)$/.test(name))
      await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }))
  }
  return { bytes: total, files: files.length }
}

/** What the first slide loads until the network is quiet; bytes are those of each body, gzipped at level 9. */
async function loadFirstSlide(browser: Browser, { url }: Site) {
  const page = await browser.newPage()
  const bodies: Promise<readonly [kind: string, bytes: number]>[] = []
  let outside = 0
  page.on('request', request => outside += /^(data|blob):/.test(request.url()) || request.url().startsWith(url) ? 0 : 1)
  page.on('response', response => bodies.push(response.body().then(body =>
    [response.request().resourceType(), gzipSync(body, { level: 9 }).length] as const)))
  await page.goto(url, { waitUntil: 'networkidle' })
  const byKind = new Map<string, number>()
  for (const [kind, bytes] of await Promise.all(bodies))
    byKind.set(kind, (byKind.get(kind) ?? 0) + bytes)
  await page.close()
  return { requests: bodies.length, outside, byKind, total: [...byKind.values()].reduce((a, b) => a + b) }
}

/** Milliseconds, each a median of several loads with an empty cache. */
interface Paints {
  first: number
  largest: number
  /** What tasks took beyond 50 ms each, until the network was quiet: an early tap waits for them. */
  blocking: number
}

/** Loads a page; throttled as by a slow phone on a slow line. */
async function measurePaints(browser: Browser, { url }: Pick<Site, 'url'>, throttled: boolean): Promise<Paints> {
  const firsts: number[] = []
  const largests: number[] = []
  const blockings: number[] = []
  for (let count = 0; count < runs; count += 1) {
    const context = await browser.newContext()
    const page = await context.newPage()
    if (throttled) {
      const devtools = await context.newCDPSession(page)
      const bytesPerSecond = 1.6e6 / 8
      await devtools.send('Network.enable')
      await devtools.send('Network.emulateNetworkConditions', {
        offline: false, latency: 150, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond,
      })
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    }
    await page.goto(url, { waitUntil: 'networkidle' })
    const [first, largest, blocking] = await page.evaluate(async () => [
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      await new Promise<number>(resolve => new PerformanceObserver(list => resolve(list.getEntries().at(-1)!.startTime))
        .observe({ type: 'largest-contentful-paint', buffered: true })),
      await new Promise<number>((resolve) => {
        let blocking = 0
        new PerformanceObserver(list => list.getEntries().forEach(({ duration }) => blocking += duration - 50))
          .observe({ type: 'longtask', buffered: true })
        setTimeout(() => resolve(blocking), 100)
      }),
    ] as const)
    firsts.push(first)
    largests.push(largest)
    blockings.push(blocking)
    await context.close()
  }
  return { first: median(firsts), largest: median(largests), blocking: median(blockings) }
}

/** Milliseconds from the key to the frame that shows the next slide. */
async function measureKey(browser: Browser, { url }: Site): Promise<number> {
  const page = await browser.newPage()
  await page.goto(url, { waitUntil: 'networkidle' })
  const times: number[] = []
  for (let index = 0; index < keyPresses; index += 1) {
    await page.evaluate(slide => addEventListener('keydown', async (event) => {
      while (!document.querySelector(`[data-slidev-no="${slide}"]`)?.checkVisibility())
        await new Promise(resolve => requestAnimationFrame(resolve))
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
      performance.measure('painted', { start: event.timeStamp })
    }, { once: true, capture: true }), index + 2)
    // To the next slide, whatever steps this one has.
    await page.keyboard.press('ArrowDown')
    const time = await page.waitForFunction(count => performance.getEntriesByName('painted')[count]?.duration, index)
    times.push(await time.jsonValue() ?? Number.NaN)
    await page.waitForTimeout(500)
  }
  await page.close()
  return median(times)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function format(rows: readonly Row[]): string {
  const head = ['', 'this deck', 'target', 'Slidev*', 'Marp*', 'reveal.js*']
  const cells = rows.map(({ digits = 0, measure, others = [], target, unit = '', value }) => {
    const show = (number: number | undefined): string => number === undefined ? '' : `${number.toFixed(digits)} ${unit}`.trim()
    const verdict = target === undefined ? '' : `≤ ${target} ${unit}`.trim() + (value <= target ? ', met' : ', NOT met')
    return [measure, show(value), verdict, ...[0, 1, 2].map(index => others[index] === undefined ? '' : `${others[index]} ${unit}`.trim())]
  })
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map(row => row[column]!.length)))
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)).join('  ').trimEnd()
  return [
    line(head),
    ...cells.map(line),
    '',
    `Paints are medians of ${runs} loads with an empty cache, the key of ${keyPresses} slides; throttled is 1.6 Mbit/s, 150 ms, CPU ÷ 4.`,
    '* Measured earlier on a plain 30-slide deck, as the tool comes. Of the PDFs, Marp’s was tagged, Slidev’s was not.',
  ].join('\n')
}
