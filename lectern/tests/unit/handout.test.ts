import { PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { destinationPages } from '../../export/handout'

async function pdfWith(destinations: Record<string, number>, pages: number): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  for (let page = 0; page < pages; page += 1)
    pdf.addPage()
  const entries = Object.entries(destinations).map(([name, page]) =>
    [name, pdf.context.obj([pdf.getPage(page - 1).ref, PDFName.of('XYZ'), 0, 0, null])])
  pdf.catalog.set(PDFName.of('Dests'), pdf.context.obj(Object.fromEntries(entries)))
  return pdf
}

describe('destinationPages', () => {
  it('numbers the page of each destination from 1', async () => {
    const pdf = await pdfWith({ 'slide-1': 2, 'slide-8': 3, 'notes': 3 }, 3)
    expect(destinationPages(pdf)).toEqual(new Map([['slide-1', 2], ['slide-8', 3], ['notes', 3]]))
  })

  it('finds nothing in a file without destinations', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    expect(destinationPages(pdf)).toEqual(new Map())
  })
})
