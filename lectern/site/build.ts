import { relative } from 'node:path'
import type { Browser } from 'playwright-chromium'
import type { BuildOptions } from '../cli/build-options'
import { readCut } from '../deck/cut'
import { loadDeck } from '../deck/deck'
import { ownership, readManifest } from '../files/manifest'
import { stageFiles, type Publication } from '../files/staging'
import { allDone, build, progress, UserError } from '../cli/run'
import { serveDist } from './serve'
import { drawCards, drawIcons, writeManifest } from './art'
import { bundleReader } from './bundle'
import { cutFonts } from './fonts'
import { writeHostFiles } from './hosts'
import { drawFrames } from './frames'
import { drawPages } from './pages'
import { writeSlidePages } from './slidePages'
import type { Snapshot } from './snapshot'
import { writeWorker } from './worker'

/**
 * Builds the whole site: the slides by Slidev, then what is drawn of them in a browser.
 * @returns what puts it in place of the one that an earlier build made
 * @throws UserError with the reason, where a part fails; the site of an earlier build is as it was then
 */
export async function buildSite({ base, cut, dist: target, rest, site }: BuildOptions, browser: Browser): Promise<Publication> {
  const place = { base, site }
  const deck = await loadDeck()
  const env: Record<string, string> = cut === undefined ? {} : { LECTERN_CUT: String(readCut(cut, deck.slides)) }
  const staging = await stageFiles(relative(process.cwd(), target))
  assertOwnSite(staging.folder)
  const { fresh: dist } = staging
  progress('Building the slides …')
  const [reader] = await allDone([bundleReader(base), build(['--base', base, '--out', dist, ...rest], env)])
  const script = await reader.write(dist)
  await cutFonts(dist)

  progress('Drawing the pages to read …')
  const served = await serveDist(0, dist)
  let frames: Map<number, Snapshot>
  try {
    ;[frames] = await allDone([
      drawFrames(browser, served, deck),
      drawPages({ browser, deck, dist, place, script, served }),
      drawCards(browser, served, dist, deck),
      drawIcons(browser, dist, deck),
    ])
  }
  finally {
    served.close()
  }
  await writeSlidePages(dist, deck, frames, place)
  await writeManifest(dist, deck, base)
  await writeHostFiles(dist, deck, place)
  await writeWorker(dist, deck)
  return { staging, replaces: () => true }
}

/**
 * Makes sure, before the long work, that no site but one of ours is in a folder.
 * @throws UserError that names the folder
 */
function assertOwnSite(folder: string): void {
  const found = ownership(folder, 'index.html', readManifest(folder))
  if (found !== 'none' && found !== 'ours')
    throw new UserError(`“${folder}” holds a site that no build is known to have written${found === 'changed' ? ' as it is now' : ''}; delete or move it, or choose another folder with --out`)
}
