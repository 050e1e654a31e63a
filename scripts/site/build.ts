import { launchBrowser } from '../browser'
import type { BuildOptions } from '../build-options'
import { loadDeck } from '../deck'
import { build, progress } from '../run'
import { serveDist } from '../serve'
import { drawIcons, drawSlides, writeManifest } from './art'
import { bundleReader } from './bundle'
import { writeHostFiles } from './hosts'
import { drawPages } from './pages'
import { writeSlidePages } from './slidePages'
import type { Snapshot } from './snapshot'
import { writeWorker } from './worker'

/**
 * Builds the whole site: the slides by Slidev, then what is drawn of them in a browser.
 * @param browserPath as `findBrowser` gave it
 * @throws UserError with the reason, where a part fails
 */
export async function buildSite({ base, dist, rest, site }: BuildOptions, browserPath: string): Promise<void> {
  const place = { base, site }
  const deck = await loadDeck()
  progress('Building the slides …')
  await build(['--base', base, '--out', dist, ...rest])
  const script = await bundleReader(dist, base)

  progress('Drawing the pages to read …')
  const served = await serveDist(0, dist)
  let frames: Map<number, Snapshot>
  try {
    const browser = await launchBrowser(browserPath)
    try {
      await drawPages({ browser, deck, dist, place, script, served })
      frames = await drawSlides(browser, served, dist, deck)
      await drawIcons(browser, dist)
    }
    finally {
      await browser.close()
    }
  }
  finally {
    served.close()
  }
  await writeSlidePages(dist, deck, frames, place)
  await writeManifest(dist, deck, base)
  await writeHostFiles(dist, deck, place)
  await writeWorker(dist)
}
