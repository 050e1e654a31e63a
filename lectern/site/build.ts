import { relative } from 'node:path'
import type { Browser } from 'playwright-chromium'
import type { BuildOptions } from '../cli/build-options'
import { readCut } from '../deck/cut'
import { assertBuildable, loadDeck, type Deck } from '../deck/deck'
import { ownership, readManifest } from '../files/manifest'
import { stageFiles, type Publication, type Staging } from '../files/staging'
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
 * Makes sure, before the long work, that the whole site can be built: the slides by Slidev, then what is drawn of them in a
 * browser.
 * @returns builds it, and gives what puts it in place of the one that an earlier build made
 * @throws UserError with the reason, here and later, where a part fails; the site of an earlier build is as it was then
 */
export async function planSite(options: BuildOptions): Promise<(browser: Browser) => Promise<Publication>> {
  await assertBuildable()
  const deck = await loadDeck()
  const env: Record<string, string> = options.cut === undefined ? {} : { LECTERN_CUT: String(readCut(options.cut, deck.slides)) }
  const staging = await stageFiles(relative(process.cwd(), options.dist))
  assertOwnSite(staging.folder)
  return browser => buildSite(options, { deck, env, staging }, browser)
}

interface Plan {
  deck: Deck
  /** For Slidev. */
  env: Record<string, string>
  staging: Staging
}

async function buildSite({ base, rest, site }: BuildOptions, { deck, env, staging }: Plan, browser: Browser): Promise<Publication> {
  const place = { base, site }
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
 * Makes sure that no site but one of ours is in a folder.
 * @throws UserError that names the folder
 */
function assertOwnSite(folder: string): void {
  const found = ownership(folder, 'index.html', readManifest(folder))
  if (found !== 'none' && found !== 'ours')
    throw new UserError(`“${folder}” holds a site that no build is known to have written${found === 'changed' ? ' as it is now' : ''}; delete or move it, or choose another folder with --out`)
}
