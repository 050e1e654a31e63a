import { PDFiumLibrary } from '@hyzyla/pdfium'

/** A PDF as PDFium sees it, which shares no code with pdf.js. */
export interface PdfiumFile {
  texts: string[]
  /** Width and height of each page, points. */
  sizes: { width: number, height: number }[]
  /** Draws a page, counted from 1, a pixel for each point; a pixel is four bytes (red, green, blue, opacity), or one in grey. */
  render: (page: number, colours: 'BGRA' | 'Gray') => Promise<Uint8Array>
  close: () => void
}

export async function openInPdfium(bytes: Uint8Array): Promise<PdfiumFile> {
  const library = await PDFiumLibrary.init()
  const file = await library.loadDocument(bytes)
  const pages = [...file.pages()]
  return {
    texts: pages.map(page => page.getText()),
    sizes: pages.map((page) => {
      const { originalHeight, originalWidth } = page.getOriginalSize()
      return { width: originalWidth, height: originalHeight }
    }),
    // A page can be drawn once; then PDFium closes it.
    render: async (page, colorSpace) => (await file.getPage(page - 1).render({ scale: 1, render: 'bitmap', colorSpace })).data,
    close: () => {
      file.destroy()
      library.destroy()
    },
  }
}
