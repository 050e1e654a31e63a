import { describe, expect, it } from 'vitest'
import { headTags, withHead } from '../../../site/document'
import { describeSlide } from '../../../site/slidePages'

const head = { title: 'A “B” & <C>', description: 'D "E"', path: 'safety/', card: 'cards/safety.jpg' }

describe('headTags', () => {
  it('names the page where the site has an address', () => {
    const tags = headTags(head, { base: '/talk/', site: 'https://example.org/talk/' })
    expect(tags).toContain('<link rel="canonical" href="https://example.org/talk/safety/">')
    expect(tags).toContain('<meta property="og:image" content="https://example.org/talk/cards/safety.jpg">')
  })

  it('does with paths where it has none', () => {
    const tags = headTags(head, { base: '/talk/', site: undefined })
    expect(tags).not.toContain('canonical')
    expect(tags).toContain('<meta property="og:image" content="/talk/cards/safety.jpg">')
  })

  it('keeps signs of HTML as text', () => {
    const tags = headTags(head, { base: '/', site: undefined })
    expect(tags).toContain('<title>A “B” &amp; &lt;C></title>')
    expect(tags).toContain('content="D &quot;E&quot;"')
  })
})

describe('withHead', () => {
  it('takes the place of what Slidev wrote', () => {
    const html = '<head><title>Old</title><link rel="icon" href="/x"><meta name="description" content="old"><meta property="og:title" content="old"><meta name="author" content="A"></head>'
    expect(withHead(html, '<title>New</title>')).toBe('<head><meta name="author" content="A"><title>New</title>\n</head>')
  })
})

it('a title takes its signs along', () => {
  const tags = headTags({ ...head, title: 'What $& and $1 cost' }, { base: '/', site: undefined })
  expect(withHead('<head></head>', tags)).toContain('<title>What $&amp; and $1 cost</title>')
})

describe('describeSlide', () => {
  it('takes whole sentences of what is said, without the marks of clicks', () => {
    const note = `One [click] goes. Two comes. ${'Long '.repeat(40)}ends.\n\n**Point at:** nothing.`
    expect(describeSlide({ note, title: 'T' })).toBe('One goes. Two comes.')
  })

  it('falls back to the headline', () => {
    expect(describeSlide({ note: '', title: 'T' })).toBe('T')
  })
})
