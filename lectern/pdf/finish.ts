import { createHash } from 'node:crypto'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFStream, type PDFObject } from 'pdf-lib'
import type { PrintedPage } from '../export/print-page'
import { spellOutFonts } from './fonts'
import { describeLinks } from './links'
import { writeMetadata, type Metadata } from './metadata'
import type { NotesPlace } from './notes'
import { writeOutline, type OutlineEntry } from './outline'
import { completeTags } from './tags'

export { sourceDate } from './date'
export { outlineByChapter, type OutlineEntry } from './outline'

export interface AboutPdf extends Metadata {
  /** What links say, by their target: a web address, or the name of a destination in the file. */
  linkTexts: ReadonlyMap<string, string>
  /** The slide of each page, for its label; empty where pages are not slides. */
  pages: readonly Pick<PrintedPage, 'slide'>[]
  outline: readonly OutlineEntry[]
  /** Alternative texts of the pictures that are formulas; absent where no picture is one. */
  formulas?: ReadonlySet<string>
  /** Absent where the document has no notes. */
  notes?: NotesPlace
}

/** Opens a PDF of Chromium's so that saving it keeps its tags. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false })
}

/**
 * Makes a file to hand out of a PDF that Chromium printed: completes its tags, spells out its characters, and gives it
 * metadata, an outline, words for its links and labels for its pages.
 *
 * Chromium's own files differ from run to run in their dates and in the numbers of its nodes, by which it names header
 * cells. Both are replaced, so two runs of the same browser on the same commit give the same file, to the byte.
 * @throws Error where the outline names a heading that the document has not
 */
export async function finishPdf(bytes: Uint8Array, about: AboutPdf): Promise<Uint8Array> {
  const pdf = await openPdf(bytes)
  completeTags(pdf, about.notes, about.formulas)
  spellOutFonts(pdf)
  describeLinks(pdf, about.linkTexts)
  writeOutline(pdf, about.outline)
  labelPages(pdf, about.pages.map(({ slide }) => slide))
  writeMetadata(pdf, about)
  dropUnused(pdf)
  return saveWithId(pdf)
}

/** Labels pages as their slides are numbered: `4`, or `4.1`, `4.2` where a slide takes several pages. */
function labelPages(pdf: PDFDocument, slides: readonly number[]): void {
  const labels = slides.flatMap((slide, index) => {
    if (slide === slides[index - 1])
      return []
    const label = slide === slides[index + 1]
      ? { P: PDFHexString.fromText(`${slide}.`), S: 'D' }
      : { P: PDFHexString.fromText(String(slide)) }
    return [index, label]
  })
  if (labels.length)
    pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: labels }))
}

/** Removes what nothing refers to any more, such as the tags that were replaced. */
function dropUnused(pdf: PDFDocument): void {
  const { context } = pdf
  const used = new Set<PDFRef>()
  const visit = (object: PDFObject | undefined): void => {
    if (object instanceof PDFRef) {
      if (!used.has(object)) {
        used.add(object)
        visit(context.lookup(object))
      }
    }
    else if (object instanceof PDFDict || object instanceof PDFStream) {
      for (const value of (object instanceof PDFDict ? object : object.dict).values())
        visit(value)
    }
    else if (object instanceof PDFArray) {
      object.asArray().forEach(visit)
    }
  }
  visit(context.trailerInfo.Root)
  visit(context.trailerInfo.Info)
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!used.has(ref))
      context.delete(ref)
  }
}

/** Saves a file under an identity that depends on its content alone. */
async function saveWithId(pdf: PDFDocument): Promise<Uint8Array> {
  const blank = '0'.repeat(32)
  pdf.context.trailerInfo.ID = pdf.context.obj([PDFHexString.of(blank), PDFHexString.of(blank)])
  const bytes = Buffer.from(await pdf.save({ objectsPerTick: Infinity }))
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  for (let at = bytes.lastIndexOf(blank); at >= 0; at = bytes.lastIndexOf(blank))
    bytes.write(id, at)
  return new Uint8Array(bytes)
}
