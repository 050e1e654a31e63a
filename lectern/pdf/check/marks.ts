import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A marked-content sequence of a page. */
export interface Sequence {
  /** Its number (MCID); absent where it has none. */
  id: number | undefined
  isArtifact: boolean
  /** The sequence that it stands in. */
  parent: Sequence | undefined
}

/** Something that a page shows. */
export interface Shown {
  kind: 'text' | 'graphic'
  sequence: Sequence | undefined
}

/** The marks of a page as pdf.js finds them, those in its forms included. */
export interface PageMarks {
  /** In the order in which they open; one that opens twice is there twice. */
  sequences: Sequence[]
  shown: Shown[]
}

const texts = new Set([OPS.showText, OPS.showSpacedText, OPS.nextLineShowText, OPS.nextLineSetSpacingShowText])
const images = new Set([
  OPS.shadingFill, OPS.paintImageXObject, OPS.paintImageMaskXObject, OPS.paintInlineImageXObject,
  OPS.paintImageXObjectRepeat, OPS.paintImageMaskXObjectRepeat, OPS.paintSolidColorImageMask,
  OPS.paintImageMaskXObjectGroup, OPS.paintInlineImageXObjectGroup,
])

/** Reads marks with pdf.js, so that what wrote them is not asked how they are. */
export async function readMarks(page: PDFPageProxy): Promise<PageMarks> {
  const { argsArray, fnArray } = await page.getOperatorList()
  const marks: PageMarks = { sequences: [], shown: [] }
  let open: Sequence | undefined
  fnArray.forEach((operator, index) => {
    const [first, second] = (argsArray[index] ?? []) as [unknown, unknown]
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      const name = typeof first === 'string' ? first : (first as { name: string }).name
      open = { id: typeof second === 'number' ? second : undefined, isArtifact: name === 'Artifact', parent: open }
      marks.sequences.push(open)
    }
    else if (operator === OPS.endMarkedContent) {
      open = open?.parent
    }
    else if (texts.has(operator)) {
      marks.shown.push({ kind: 'text', sequence: open })
    }
    else if (images.has(operator) || (operator === OPS.constructPath && first !== OPS.endPath)) {
      marks.shown.push({ kind: 'graphic', sequence: open })
    }
  })
  return marks
}

/** The innermost of a sequence and those around it for which a test holds. */
export function enclosing(sequence: Sequence | undefined, test: (sequence: Sequence) => boolean): Sequence | undefined {
  for (let around = sequence; around; around = around.parent) {
    if (test(around))
      return around
  }
}
