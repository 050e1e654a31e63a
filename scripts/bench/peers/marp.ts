import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runIn, type Peer } from './peer'
import { markdownDeck } from './plainDeck'

export const marp: Peer = {
  name: 'Marp',
  packages: { '@marp-team/marp-cli': '4.5.1' },
  setUp: async ({ browserPath, folder }) => {
    await writeFile(join(folder, 'slides.md'), markdownDeck('marp: true'))
    const program = '@marp-team/marp-cli/marp-cli.js'
    return {
      name: 'Marp',
      dist: join(folder, 'dist'),
      build: () => runIn(folder, program, ['slides.md', '--output', 'dist/index.html']),
      print: async () => {
        await runIn(folder, program, ['slides.md', '--pdf', '--output', 'slides.pdf', '--browser-path', browserPath])
        return join(folder, 'slides.pdf')
      },
      nextKey: 'ArrowRight',
      slides: 'svg[data-marpit-svg]',
      pages: ['/'],
    }
  },
}
