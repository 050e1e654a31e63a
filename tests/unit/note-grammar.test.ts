import MarkdownExit from 'markdown-exit'
import { loadDeck } from 'slidev-addon-lectern/node'
import { describe, expect, it } from 'vitest'
import { blocksOf, clickMark, parseNote } from '../../lectern/narration/grammar'
import { readNote } from '../../lectern/narration/notes'

/** As Slidev makes `noteHTML`. */
function noteHtml(note: string): string {
  let clicks = 0
  return MarkdownExit({ html: true }).render(note.replace(/\[click(?::(\d+))?\]/gi, (_, count = '1') => clickMark(clicks += Number(count))))
}

describe('the notes of this deck', () => {
  it('are the same from Markdown and from what the browser has', async () => {
    const { slides } = await loadDeck()
    expect(slides.length).toBeGreaterThan(30)
    for (const { note } of slides) {
      const bare = ({ asides, lastStep, said }: ReturnType<typeof parseNote>) => ({
        lastStep,
        said: said.map(({ html, passages }) => ({ html, passages })),
        asides: asides.map(({ html, label, step }) => ({ html, label, step })),
      })
      expect(bare(readNote(note))).toEqual(bare(parseNote(blocksOf(noteHtml(note)))))
    }
  })
})
