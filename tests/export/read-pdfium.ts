import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { FoundLink } from './readers'

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

/** What PDFium itself can, and its library does not hand out. */
interface Pdfium {
  HEAPU8: Uint8Array
  wasmExports: { malloc: (size: number) => number }
  _FPDFLink_Enumerate: (page: number, position: number, link: number) => number
  _FPDFLink_GetAnnotRect: (link: number, box: number) => number
  _FPDFLink_GetAction: (link: number) => number
  _FPDFLink_GetDest: (file: number, link: number) => number
  _FPDFDest_GetDestPageIndex: (file: number, destination: number) => number
  _FPDFAction_GetURIPath: (file: number, action: number, buffer: number, size: number) => number
}

/** The links of a file: its page, its target and its box. */
export async function linksInPdfium(bytes: Uint8Array): Promise<FoundLink[]> {
  const library = await PDFiumLibrary.init()
  const file = await library.loadDocument(bytes)
  const { module } = library as unknown as { module: Pdfium }
  const { documentIdx } = file as unknown as { documentIdx: number }
  // Two numbers for the search, four for a box, the rest for an address.
  const memory = module.wasmExports.malloc(1024)
  const view = (): DataView => new DataView(module.HEAPU8.buffer, memory, 1024)
  const found: FoundLink[] = []
  for (const page of file.pages()) {
    const { pageIdx } = page as unknown as { pageIdx: number }
    view().setInt32(0, 0, true)
    while (module._FPDFLink_Enumerate(pageIdx, memory, memory + 4)) {
      const link = view().getInt32(4, true)
      module._FPDFLink_GetAnnotRect(link, memory + 8)
      const [left, top, right, bottom] = [8, 12, 16, 20].map(at => view().getFloat32(at, true)) as [number, number, number, number]
      const destination = module._FPDFLink_GetDest(documentIdx, link)
      const length = destination ? 0 : module._FPDFAction_GetURIPath(documentIdx, module._FPDFLink_GetAction(link), memory + 24, 1000)
      const target = destination
        ? String(1 + module._FPDFDest_GetDestPageIndex(documentIdx, destination))
        : Buffer.from(module.HEAPU8.subarray(memory + 24, memory + 23 + length)).toString()
      found.push({ page: page.number + 1, target, box: [left, bottom, right, top] })
    }
  }
  file.destroy()
  library.destroy()
  return found
}
