import { join } from 'node:path'
import { findBrowser, launchBrowser } from './browser'
import { parseBuildOptions } from './build-options'
import { loadDeck } from './deck'
import { build, main, progress, root, secondsSince } from './run'
import { serveDist } from './serve'
import { drawIcons, drawSlides, writeManifest } from './site/art'
import { bundleReader } from './site/bundle'
import { drawPages } from './site/pages'
import { writeHostFiles } from './site/hosts'
import { writeSlidePages } from './site/slidePages'
import type { Snapshot } from './site/snapshot'
import { writeWorker } from './site/worker'

await main('build', async () => {
  const start = performance.now()
  const { base, rest, site } = parseBuildOptions(process.argv.slice(2))
  const place = { base, site }
  const dist = join(root, 'dist')
  const deck = await loadDeck()
  const browserPath = await findBrowser()
  progress('Building the slides …')
  await build(['--base', base, ...rest])
  const script = await bundleReader(dist, base)

  progress('Drawing the pages to read …')
  const served = await serveDist(0, dist)
  const browser = await launchBrowser(browserPath)
  let frames: Map<number, Snapshot>
  try {
    await drawPages({ browser, deck, dist, place, script, served })
    frames = await drawSlides(browser, served, dist, deck)
    await drawIcons(browser, dist)
  }
  finally {
    await browser.close()
    served.close()
  }
  await writeSlidePages(dist, deck, frames, place)
  await writeManifest(dist, deck, base)
  await writeHostFiles(dist, deck, place)
  await writeWorker(dist)
  progress()
  console.log(`dist/: built in ${secondsSince(start)}`)
})
