import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ownPackage, runIn, type Peer } from './peer'
import { markdownDeck } from './plainDeck'

const { '@slidev/cli': cli, '@slidev/theme-default': theme, 'playwright-chromium': playwright } = ownPackage.dependencies

/** Slidev as it comes, of the version that this deck is made with: what the addon costs is the difference. */
export const slidev: Peer = {
  name: 'Slidev',
  packages: { '@slidev/cli': cli!, '@slidev/theme-default': theme!, 'playwright-chromium': playwright! },
  // Without them this version of Slidev cannot be installed either.
  overrides: ownPackage.overrides,
  setUp: async ({ browserPath, folder }) => {
    await writeFile(join(folder, 'slides.md'), markdownDeck('theme: default'))
    const program = '@slidev/cli/bin/slidev.mjs'
    return {
      name: 'Slidev',
      dist: join(folder, 'dist'),
      build: () => runIn(folder, program, ['build']),
      print: async () => {
        // Its own limit of 30 s is short of what a busy machine takes.
        await runIn(folder, program, ['export', '--output', 'slides.pdf', '--executable-path', browserPath, '--timeout', '300000'])
        return join(folder, 'slides.pdf')
      },
      nextKey: 'ArrowDown',
      slides: '[data-slidev-no]',
      pages: ['/'],
    }
  },
}
