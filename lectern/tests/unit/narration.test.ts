import MarkdownExit from 'markdown-exit'
import { describe, expect, it } from 'vitest'
import { blocksOf, parseNote, readersAsides, withoutClicks } from '../../narration/grammar'
import { readNote } from '../../narration/notes'

const mark = (click: number) => `<span class="slidev-note-click-mark" data-clicks="${click}"></span>`
const parse = (html: string) => parseNote(blocksOf(html))
const saidIn = (html: string) => parse(html).said.map(({ passages }) => passages.map(({ html, step }) => [step, html]))

describe('what is said', () => {
  it('is every block without a label, in order, with the marks of the clicks', () => {
    const { said } = parse(`<p>First.</p>\n<p>${mark(1)} Then <strong>this</strong>.</p>\n<ul>\n<li>One</li>\n</ul>\n`)
    expect(said.map(({ html, isParagraph }) => ({ html, isParagraph }))).toEqual([
      { html: 'First.', isParagraph: true },
      { html: `${mark(1)} Then <strong>this</strong>.`, isParagraph: true },
      { html: '<ul>\n<li>One</li>\n</ul>', isParagraph: false },
    ])
  })

  it('is cut at the clicks; a step goes on until the next, across blocks', () => {
    expect(saidIn(`<p>One.</p><p>${mark(1)} Two. ${mark(4)} Three.</p><p>Still.</p>`)).toEqual([
      [[0, 'One.']],
      [[1, ' Two. '], [4, ' Three.']],
      [[4, 'Still.']],
    ])
    expect(parse(`<p>One.</p><p>${mark(1)} Two. ${mark(4)}</p>`).lastStep).toBe(4)
  })

  it('is whole HTML on either side of a click, and counts on', () => {
    expect(saidIn(`<p>A <strong>b ${mark(1)} <em>c</em></strong></p>`)).toEqual([[[0, 'A <strong>b </strong>'], [1, '<strong> <em>c</em></strong>']]])
    expect(saidIn(`<ol start="3">\n<li>a</li>\n<li>${mark(1)} b</li>\n<li>${mark(2)} c</li>\n</ol>`)).toEqual([[
      [0, '<ol start="3">\n<li>a</li>\n</ol>'],
      [1, '<ol start="4"><li> b</li>\n</ol>'],
      [2, '<ol start="5"><li> c</li>\n</ol>'],
    ]])
  })

  it('is nothing where there are no words', () => {
    expect(parse('')).toEqual({ said: [], asides: [], lastStep: 0 })
    expect(parse(`<p>${mark(1)}</p>\n<hr />\n<!-- Words. -->`)).toEqual({ said: [], asides: [], lastStep: 1 })
  })

  it('has a click in code as it was written: Slidev shows its mark there', () => {
    const [shown] = parse(`<p>Write <code>${mark(1).replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}</code>.</p>`).said
    expect(shown!.html).toBe('Write <code>[click]</code>.')
  })
})

describe('asides', () => {
  const asidesIn = (html: string) => parse(html).asides.map(({ html, label, step }) => [step, label, html])

  it('open with any bold label, with its colon inside or outside', () => {
    expect(asidesIn(`<p><strong>Point at:</strong> the left.</p><p><strong>Q&amp;A</strong>: because\nof that.</p><p>${mark(2)} <strong>Demo :</strong>\nrun it.</p>`)).toEqual([
      [0, 'Point at', 'the left.'],
      [0, 'Q&amp;A', 'because\nof that.'],
      [2, 'Demo', 'run it.'],
    ])
  })

  it('do not open with other bold words', () => {
    const { asides, said } = parse('<p><strong>Rust</strong> is: square.</p><p>So <strong>this:</strong> one.</p><ul><li><strong>a:</strong> b</li></ul>')
    expect(asides).toEqual([])
    expect(said).toHaveLength(3)
  })

  it('go on with a list, or with what follows a label alone; the next paragraph is said', () => {
    const { asides, said } = parse(`<p><strong>If asked:</strong> two.</p><ul><li>a</li></ul><p>Said.</p>
<p><strong>Sources:</strong></p><p>The article.</p><p>Said again.</p><ul><li>Said too</li></ul>`)
    expect(asides.map(({ html }) => html)).toEqual(['<p>two.</p>\n<ul><li>a</li></ul>', 'The article.'])
    expect(said.map(({ html }) => html)).toEqual(['Said.', 'Said again.', '<ul><li>Said too</li></ul>'])
  })

  it('are all for readers but those that are named', () => {
    const html = ['Point at', 'If asked', 'Demo', 'Sources'].map(label => `<p><strong>${label}:</strong> x</p>`).join('')
    expect(readersAsides(parse(html), ['Point at', 'Sources']).map(({ label }) => label)).toEqual(['If asked', 'Demo'])
  })
})

describe('withoutClicks', () => {
  it('leaves the words as far apart as they were', () => {
    expect(withoutClicks(`${mark(1)} One ${mark(2)} two${mark(3)}three ${mark(4)}four.`)).toBe('One twothree four.')
  })
})

describe('blocksOf', () => {
  it('keeps what is nested together, whatever its attributes hold', () => {
    const blocks = ['<blockquote>\n<p>a<br>b</p>\n<p>c</p>\n</blockquote>', '<p><img alt="a > b" src="x"> 1 &lt; 2</p>', '<hr />', '<!-- <p> -->', '<pre><code>x\n</code></pre>']
    expect(blocksOf(blocks.join('\n')).map(({ html }) => html)).toEqual(blocks)
  })
})

describe('a note', () => {
  /** As Slidev makes `noteHTML`. */
  function noteHtml(note: string): string {
    let clicks = 0
    return MarkdownExit({ html: true }).render(note.replace(/\[click(?::(\d+))?\]/gi, (_, count = '1') => mark(clicks += Number(count))))
  }

  const hard = `Loose: \`a_b\` [link](https://example.org "T").\n\n1. one\n\n2. [click] two\n\n> **If asked:** no.\n\n**If asked:** [CLICK:2] yes.
- a\n  - b\n\n| a | b |\n| - | - |\n| [click] 1 | 2 |\n\n\`\`\`js\nif (a < b)\n  c()\n\`\`\`\n\n<div class="x">raw</div>\n\n[ref]: https://example.org`

  it('is the same from Markdown and from what the browser has', () => {
    for (const note of ['Said. [click] At the first step.', hard]) {
      const bare = ({ asides, lastStep, said }: ReturnType<typeof parseNote>) => ({
        lastStep,
        said: said.map(({ html, passages }) => ({ html, passages })),
        asides: asides.map(({ html, label, step }) => ({ html, label, step })),
      })
      expect(bare(readNote(note))).toEqual(bare(parse(noteHtml(note))))
    }
  })
})
