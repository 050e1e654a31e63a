import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { APP_PAGE, writeSlidePages } from '../../../site/slidePages'

let dist: string
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'pages-'))
})
afterEach(() => rm(dist, { recursive: true }))

/** A deck of one slide, as far as its pages show it. */
const deckWith = (title: string) => ({
  title, subject: title, config: {}, slides: [{ no: 1, alias: 'costs', title, note: title, formerAliases: [] }],
}) as unknown as Parameters<typeof writeSlidePages>[1]

it('shows words that have a meaning in a replacement as they are', async () => {
  const words = 'What $1, $$, $` and $\' cost'
  await writeFile(join(dist, 'index.html'), '<html><head><title>Old</title></head><body><div id="app"></div></body></html>')
  const frame = { css: `.a::after { content: "${words.replaceAll('\'', '’')}" }`, html: `<h1>${words}</h1><p>$&amp;</p><a href="/2">$&</a>` }
  await writeSlidePages(dist, deckWith(words), new Map([[1, frame]]), { base: '/', site: undefined })
  for (const name of ['index.html', 'costs/index.html']) {
    const html = await readFile(join(dist, name), 'utf8')
    expect(html).toContain(`<title>${words}`)
    expect(html).toContain(`content="${words}"`)
    expect(html).toContain(frame.css)
    expect(html).toContain(`<h1>${words}</h1><p>$&amp;</p>`)
    expect(html).toContain('>$&</a>')
    expect(html.match(/<div id="app">/g)).toHaveLength(1)
    expect(html.match(/<\/head>/g)).toHaveLength(1)
  }
  expect(await readFile(join(dist, APP_PAGE), 'utf8')).toContain(`<title>${words}`)
})
