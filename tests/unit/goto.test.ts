import { describe, expect, it } from 'vitest'
import FuseAnywhere from '../../lectern/replacements/fuse'
import { loadDeck } from 'slidev-addon-lectern/node'

const { slides } = await loadDeck()
const titles = slides.map(({ no, title }) => ({ no, title }))
/** As Slidev asks for it. */
const fuse = new FuseAnywhere(titles, { keys: ['no', 'title'], threshold: 0.3, shouldSort: true, minMatchCharLength: 1 })
const words = [...new Set(titles.flatMap(({ title }) => title.toLowerCase().match(/\p{L}{5,}/gu) ?? []))]

describe('the dialog to go to a slide', () => {
  it('has many words to find', () => {
    expect(words.length).toBeGreaterThan(80)
  })

  it.each(words)('“%s” leads to a slide whose headline has it', (word) => {
    expect(fuse.search(word)[0]?.item.title.toLowerCase()).toContain(word)
  })

  it('finds a slide by its number', () => {
    expect(fuse.search('12')[0]?.item.no).toBe(12)
  })
})
