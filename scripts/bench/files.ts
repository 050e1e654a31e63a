import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import type { Figures } from './measures'

/** Copies a site and compresses what a web server would compress. */
export async function compressedCopy(from: string, to: string): Promise<Figures> {
  await cp(from, to, { recursive: true })
  const files = (await readdir(to, { recursive: true, withFileTypes: true })).filter(file => file.isFile())
  let total = 0
  for (const { name, parentPath } of files) {
    const file = join(parentPath, name)
    total += (await stat(file)).size
    if (/\.(js|css|html|svg|json)$/.test(name))
      await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }))
  }
  return { distSize: total / 1000, distFiles: files.length }
}

export async function measurePdf(file: string): Promise<Figures> {
  const pdf = await readFile(file)
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return { pdfSize: pdf.length / 1000, pdfPages: document.getPageCount() }
}

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
