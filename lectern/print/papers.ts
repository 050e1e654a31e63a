/**
 * Sheets that the handout can have: their size in CSS, their margins (top, sides, bottom), and the zoom at which its layout,
 * which is `SHEET_WIDTH` wide, fills the width that these leave.
 */
export const PAPERS = {
  a4: { size: 'A4', margin: '13mm 17mm 15mm', zoom: 1 },
  a5: { size: 'A5', margin: '9mm 12mm 10mm', zoom: 0.705 },
  letter: { size: 'letter', margin: '13mm 17mm 15mm', zoom: 1 },
} as const

export type Paper = keyof typeof PAPERS

/** Width of the layout of the handout, in pixels of CSS. */
export const SHEET_WIDTH = 664
