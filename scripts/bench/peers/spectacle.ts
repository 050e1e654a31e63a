import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ownPackage, runIn, type Peer } from './peer'
import { plainDeck, plainPage, type PlainSlide } from './plainDeck'
import { printInBrowser } from './print'

/** Built with Vite, as its generator of decks does. */
export const spectacle: Peer = {
  name: 'Spectacle',
  packages: { 'spectacle': '10.2.3', 'react': '18.3.1', 'react-dom': '18.3.1', 'vite': ownPackage.devDependencies.vite! },
  setUp: async (workshop) => {
    const { folder } = workshop
    await writeFile(join(folder, 'index.html'), plainPage(
      'width=device-width, initial-scale=1',
      [],
      ['<div id="root"></div>', '<script type="module" src="/main.jsx"></script>'],
    ))
    await writeFile(join(folder, 'main.jsx'), `import { createRoot } from 'react-dom/client'
import { CodePane, Deck, DefaultTemplate, Heading, ListItem, Slide, UnorderedList } from 'spectacle'

createRoot(document.getElementById('root')).render(<Deck template={<DefaultTemplate />}>
${plainDeck.map(slideOf).join('\n')}
</Deck>)
`)
    return {
      name: 'Spectacle',
      dist: join(folder, 'dist'),
      build: () => runIn(folder, 'vite/bin/vite.js', ['build']),
      print: url => printInBrowser(workshop, `${url}/?exportMode=true`, '[font-size="h1"]'),
      nextKey: 'ArrowRight',
      // Its elements have no names of their own: the ground of a slide, around its headline.
      slides: 'div[color="primary"]:has([font-size="h1"])',
      pages: ['/'],
    }
  },
}

function slideOf({ code, headline, points }: PlainSlide): string {
  const list = points.map(point => `<ListItem>${text(point)}</ListItem>`).join('')
  const block = code ? `<CodePane language="${code.language}">${text(code.text)}</CodePane>` : ''
  return `<Slide><Heading>${text(headline)}</Heading><UnorderedList>${list}</UnorderedList>${block}</Slide>`
}

/** In JSX. */
function text(words: string): string {
  return `{${JSON.stringify(words)}}`
}
