import { expect, test } from '@playwright/test'
import { loadDeck } from 'slidev-addon-lectern/node'
import { exported, squeeze } from './exported'

test('the notes hold what is said on every slide, with its minutes, as plain text', async () => {
  const { slides, title } = await loadDeck()
  const text = Buffer.from(await exported('better-together-notes.md')).toString()
  const [opening = '', ...sections] = text.split(/^## /m)
  expect(opening).toContain(`# ${title}\n`)
  const total = slides.reduce((sum, { minutes }) => sum + minutes, 0)
  expect(opening).toContain(`${Math.floor(total)}:${String(60 * (total % 1)).padStart(2, '0')} minutes in all`)
  expect(sections).toHaveLength(slides.length)
  const wrong = sections.filter((section, index) => {
    const { minutes, no, note, title } = slides[index]!
    const time = minutes > 0 ? /^\*\d+:\d\d, until \d+:\d\d\*$/m : /^\*Not part of the talk\*$/m
    const said = note.split('\n\n').filter(paragraph => !paragraph.startsWith('**')).join(' ')
    return !section.startsWith(`${no}. ${title}\n`) || !time.test(section)
      || !squeeze(section).includes(squeeze(said.replace(/\[click[^\]]*\]/g, '▸')))
  })
  expect(wrong).toEqual([])
  expect(text).not.toMatch(/\[click|<\w+>/)
})
