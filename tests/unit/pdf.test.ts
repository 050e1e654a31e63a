import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { completeTags, describeLinks, describePdf, openPdf, tidyOutline } from '../../scripts/pdf'

const name = (text: string): PDFName => PDFName.of(text)

describe('describePdf', () => {
  it('survives saving, dates too', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    const date = new Date('2026-01-02T03:04:05Z')
    describePdf(pdf, { title: 'T', author: 'A, B', subject: 'S', keywords: ['k', 'l'] }, date)
    const saved = await openPdf(await pdf.save())
    expect(saved.getTitle()).toBe('T')
    expect(saved.getAuthor()).toBe('A, B')
    expect(saved.getSubject()).toBe('S')
    expect(saved.getKeywords()).toBe('k, l')
    expect(saved.getCreationDate()).toEqual(date)
    expect(saved.getModificationDate()).toEqual(date)
  })
})

describe('tidyOutline', () => {
  async function outlined(): Promise<PDFDocument> {
    const pdf = await PDFDocument.create()
    const { context } = pdf
    const child = context.obj({ Title: PDFString.of('Child') })
    const second = context.register(context.obj({ Title: PDFString.of('Second'), First: child, Last: child, Count: 1 }))
    const first = context.register(context.obj({ Title: PDFString.of('First'), Next: second }))
    pdf.catalog.set(name('Outlines'), context.register(context.obj({ First: first, Last: second, Count: 3 })))
    return pdf
  }

  it('gives each main heading its title, in order, and drops what is below', async () => {
    const pdf = await outlined()
    tidyOutline(pdf, ['Überschrift', 'Slide two'])
    const outlines = pdf.catalog.lookup(name('Outlines'), PDFDict)
    expect(outlines.toString()).toContain('/Count 2')
    const first = outlines.lookup(name('First'), PDFDict)
    const second = first.lookup(name('Next'), PDFDict)
    expect([first, second].map(item => item.lookup(name('Title'), PDFHexString).decodeText())).toEqual(['Überschrift', 'Slide two'])
    expect([...second.keys()]).toEqual([name('Title')])
  })
})

describe('describeLinks', () => {
  it('asks for the words of each link by its target, and leaves other annotations alone', async () => {
    const pdf = await PDFDocument.create()
    const annotations = [
      { Subtype: 'Link', A: { S: 'URI', URI: PDFString.of('https://example.com/') } },
      { Subtype: 'Link', Dest: 'slide-2' },
      { Subtype: 'Text' },
    ]
    pdf.addPage().node.set(name('Annots'), pdf.context.obj(annotations))

    describeLinks(pdf, target => `To ${target} …`)

    const contents = pdf.getPage(0).node.lookup(name('Annots'), PDFArray).asArray()
      .map(annotation => (annotation as PDFDict).lookupMaybe(name('Contents'), PDFHexString)?.decodeText())
    expect(contents).toEqual(['To https://example.com/ …', 'To slide-2 …', undefined])
  })
})

describe('completeTags', () => {
  it('names the body of list items only, and maps the types that PDF 1.7 does not know', async () => {
    const pdf = await PDFDocument.create()
    const { context } = pdf
    const body = context.obj({ S: 'NonStruct', K: 7 })
    const group = context.obj({ S: 'NonStruct', K: [{ S: 'L', K: { S: 'LI', K: [{ S: 'Lbl' }, body] } }] })
    const tree = context.obj({ S: 'Document', K: context.register(group) })
    pdf.catalog.set(name('StructTreeRoot'), context.register(context.obj({ K: tree })))

    completeTags(pdf)

    expect(body.get(name('S'))).toBe(name('LBody'))
    expect(group.get(name('S'))).toBe(name('NonStruct'))
    expect(pdf.catalog.lookup(name('StructTreeRoot'), PDFDict).get(name('RoleMap'))?.toString()).toMatch(/Strong \/Span/)
  })

  it('leaves an untagged file as it is', async () => {
    const pdf = await PDFDocument.create()
    completeTags(pdf)
    expect(pdf.catalog.has(name('StructTreeRoot'))).toBe(false)
  })
})
