import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { root, run } from 'slidev-addon-lectern/node'
import { linksInPdfium, openInPdfium } from './read-pdfium'

/** A link as a reader finds it. */
export interface FoundLink {
  /** Counted from 1. */
  page: number
  /** A web address, or the number of a page. */
  target: string
  /** Left, bottom, right and top, in points; absent where the reader does not tell. */
  box?: readonly number[]
}

/** A page as it is drawn, a pixel for each point, three bytes a pixel. */
export interface Drawing {
  width: number
  height: number
  rgb: Uint8Array
}

/** A program that opens PDFs, and shares no code with the others. */
export interface Reader {
  name: string
  texts: (file: string) => Promise<string[]>
  links: (file: string) => Promise<FoundLink[]>
  draw: (file: string, page: number) => Promise<Drawing>
}

const pdfium: Reader = {
  name: 'PDFium',
  texts: async (file) => {
    const opened = await openInPdfium(await readFile(file))
    opened.close()
    return opened.texts
  },
  links: async file => linksInPdfium(await readFile(file)),
  draw: async (file, page) => {
    const opened = await openInPdfium(await readFile(file))
    const { height, width } = opened.sizes[page - 1]!
    const rgb = (await opened.render(page, 'BGRA')).filter((_, index) => index % 4 < 3)
    opened.close()
    return { width: Math.floor(width), height: Math.floor(height), rgb }
  },
}

const pdfjs: Reader = {
  name: 'pdf.js',
  texts: file => eachPage(file, async (page) => {
    const { items } = await page.getTextContent()
    // A space between any two: it leaves out those that stand at the end of a text.
    return items.map(item => 'str' in item ? item.str : '').join(' ')
  }),
  links: async file => (await eachPage(file, async (page, pdf) => Promise.all((await page.getAnnotations())
    .filter(({ subtype }) => subtype === 'Link')
    .map(async ({ dest, rect, url }) => {
      const place: unknown[] | null = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
      const target = url ?? String(1 + await pdf.getPageIndex(place![0] as { num: number, gen: number }))
      return { page: page.pageNumber, target, box: rect as number[] }
    })))).flat(),
  draw: async (file, number) => {
    const drawings = await eachPage(file, async (page, pdf) => {
      const viewport = page.getViewport({ scale: 1 })
      const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
      // Typed as any object, it makes the canvas that pdf.js brings along for Node.
      const { canvas, context } = (pdf.canvasFactory as CanvasFactory).create(width, height)
      await page.render({ canvas, viewport }).promise
      const { data } = context.getImageData(0, 0, width, height)
      return { width, height, rgb: new Uint8Array(data).filter((_, index) => index % 4 < 3) }
    }, number)
    return drawings[0]!
  },
}

const poppler: Reader = {
  name: 'poppler',
  texts: async file => (await ask('pdftotext', ['-enc', 'UTF-8', file, '-'])).split('\f').slice(0, -1),
  // Addresses alone: it tells neither their places nor the links inside the file.
  links: async file => [...(await ask('pdfinfo', ['-url', file])).matchAll(/^ *(\d+) +Annotation +(\S+)$/gm)]
    .map(([, page, target]) => ({ page: Number(page), target: target! })),
  draw: (file, page) => drawWith(to => ask('pdftoppm', ['-r', '72', '-f', String(page), '-singlefile', file, to])),
}

const mupdf: Reader = {
  name: 'MuPDF',
  // Debian’s warns that it has no colour profiles.
  texts: async file => (await ask('mutool', ['draw', '-q', '-F', 'txt', '-o', '-', file])).replace(/^warning: .*\n/gm, '').split('\f').slice(0, -1),
  links: async file => (await ask('mutool', ['run', join(root, 'tests/export/mupdf-links.es5'), file])).trim().split('\n').map((line) => {
    const [page, target = '', ...box] = line.split('\t')
    return { page: Number(page), target, box: box.map(Number) }
  }),
  draw: (file, page) => drawWith(to => ask('mutool', ['draw', '-q', '-r', '72', '-c', 'rgb', '-F', 'pnm', '-o', `${to}.ppm`, file, String(page)])),
}

const quiet = ['-q', '-dNOPAUSE', '-dBATCH']
const ghostscript: Reader = {
  name: 'Ghostscript',
  texts: file => inFolder(async (folder) => {
    const count = (await pdfium.texts(file)).length
    await ask('gs', [...quiet, '-sDEVICE=txtwrite', '-o', join(folder, '%d.txt'), file])
    return Promise.all(Array.from({ length: count }, (_, index) => readFile(join(folder, `${index + 1}.txt`), 'utf8')))
  }),
  // It has no list of links; those of the file that it makes of the file are what it understood.
  links: file => inFolder(async (folder) => {
    await ask('gs', [...quiet, '-sDEVICE=pdfwrite', '-o', join(folder, 'again.pdf'), file])
    return pdfjs.links(join(folder, 'again.pdf'))
  }),
  draw: (file, page) => drawWith(to => ask('gs', [
    ...quiet, '-sDEVICE=ppmraw', '-r72', '-dTextAlphaBits=4', '-dGraphicsAlphaBits=4',
    `-dFirstPage=${page}`, `-dLastPage=${page}`, '-o', `${to}.ppm`, file,
  ])),
}

/**
 * The readers that this machine has: PDFium and pdf.js come with the tests, each of the others is named in a line where it is
 * missing.
 */
export async function findReaders(): Promise<Reader[]> {
  const found = [pdfium, pdfjs]
  for (const [reader, program, option] of [[poppler, 'pdftotext', '-v'], [mupdf, 'mutool', '-v'], [ghostscript, 'gs', '--version']] as const) {
    const version = /\d+\.\d+\S*/.exec((await run(program, [option])).output)?.[0]
    if (version)
      found.push({ ...reader, name: `${reader.name} ${version}` })
    else
      console.log(`- NOT compared in ${reader.name}: there is no ${program}`)
  }
  return found
}

/** Runs a reader and gives its output. */
async function ask(program: string, args: readonly string[]): Promise<string> {
  const { code, output } = await run(program, args)
  if (code !== 0)
    throw new Error(`${program}: ${output}`)
  return output
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'readers-'))
  try {
    return await work(folder)
  }
  finally {
    await rm(folder, { recursive: true })
  }
}

/** Has a reader draw a page into a file, whose name it completes with `.ppm`. */
function drawWith(draw: (to: string) => Promise<unknown>): Promise<Drawing> {
  return inFolder(async (folder) => {
    await draw(join(folder, 'page'))
    const bytes = await readFile(join(folder, 'page.ppm'))
    const head = /^P6\s(?:#.*\n)?(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 200).toString('latin1'))
    if (!head)
      throw new Error('expected a PPM')
    return { width: Number(head[1]), height: Number(head[2]), rgb: new Uint8Array(bytes.subarray(head[0].length)) }
  })
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>
interface CanvasFactory {
  create: (width: number, height: number) => { canvas: HTMLCanvasElement, context: CanvasRenderingContext2D }
}
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

/** @param only the one page that is wanted; all without it */
async function eachPage<T>(file: string, look: (page: PdfPage, pdf: Pdf) => Promise<T>, only?: number): Promise<T[]> {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise
  const results: T[] = []
  for (let number = only ?? 1; number <= (only ?? pdf.numPages); number += 1)
    results.push(await look(await pdf.getPage(number), pdf))
  await pdf.destroy()
  return results
}
