import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { escapeHtml, plainDeck, plainPage, type PlainSlide } from './plainDeck'
import type { Peer } from './peer'
import { printInBrowser } from './print'

/** With the style sheets and plugins of the page that reveal.js brings as its example. */
export const reveal: Peer = {
  name: 'reveal.js',
  packages: { 'reveal.js': '6.0.2' },
  setUp: async (workshop) => {
    const dist = join(workshop.folder, 'dist')
    await mkdir(dist)
    await cp(join(workshop.folder, 'node_modules/reveal.js/dist'), join(dist, 'dist'), { recursive: true })
    await writeFile(join(dist, 'index.html'), plainPage(
      'width=device-width, initial-scale=1.0, maximum-scale=1.0, user-scalable=no',
      ['reset', 'reveal', 'theme/black', 'plugin/highlight/monokai'].map(sheet => `<link rel="stylesheet" href="dist/${sheet}.css">`),
      [
        '<div class="reveal"><div class="slides">',
        ...plainDeck.map(sectionOf),
        '</div></div>',
        ...['reveal', 'plugin/notes', 'plugin/markdown', 'plugin/highlight'].map(script => `<script src="dist/${script}.js"></script>`),
        '<script>Reveal.initialize({ hash: true, plugins: [RevealMarkdown, RevealHighlight, RevealNotes] })</script>',
      ],
    ))
    return {
      name: 'reveal.js',
      dist,
      print: url => printInBrowser(workshop, `${url}/?print-pdf`, '.pdf-page'),
      nextKey: 'ArrowRight',
      slides: '.slides > section',
      pages: ['/'],
    }
  },
}

function sectionOf({ code, headline, points }: PlainSlide): string {
  const list = points.map(point => `<li>${escapeHtml(point)}</li>`).join('')
  const block = code ? `<pre><code class="language-${code.language}">${escapeHtml(code.text)}</code></pre>` : ''
  return `<section><h2>${escapeHtml(headline)}</h2><ul>${list}</ul>${block}</section>`
}
