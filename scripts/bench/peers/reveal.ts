import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { escapeHtml, plainDeck, type PlainSlide } from './plainDeck'
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
    await writeFile(join(dist, 'index.html'), `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1.0, maximum-scale=1.0, user-scalable=no">
<title>${escapeHtml(plainDeck[0]!.headline)}</title>
<link rel="stylesheet" href="dist/reset.css">
<link rel="stylesheet" href="dist/reveal.css">
<link rel="stylesheet" href="dist/theme/black.css">
<link rel="stylesheet" href="dist/plugin/highlight/monokai.css">
</head>
<body>
<div class="reveal"><div class="slides">
${plainDeck.map(sectionOf).join('\n')}
</div></div>
<script src="dist/reveal.js"></script>
<script src="dist/plugin/notes.js"></script>
<script src="dist/plugin/markdown.js"></script>
<script src="dist/plugin/highlight.js"></script>
<script>Reveal.initialize({ hash: true, plugins: [RevealMarkdown, RevealHighlight, RevealNotes] })</script>
</body>
</html>
`)
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
