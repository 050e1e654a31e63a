import { join } from 'node:path'
import { findBrowser } from './browser'
import { parseBuildOptions } from './build-options'
import { loadDeck } from './deck'
import { offerDownloads, stageDownloads } from './export/downloads'
import { checkPlace, stageFiles } from './export/files'
import { browserMakers, notesMaker, type Maker, type Product } from './export/makers'
import { exportName, imageNamePattern, plainName, type ExportKind } from './export/names'
import { exportHelp, parseExportOptions } from './export/options'
import { slidesInRange } from './export/range'
import { openSession } from './export/session'
import { sourceDate } from './pdf'
import { main, progress, secondsSince, UserError } from './run'

interface Made extends Product {
  kind: ExportKind
  name: string
  time: string
}

/** What the built site offers, and calls by these names. */
const offered: Partial<Record<ExportKind, string>> = { slides: 'Slides PDF', handout: 'Handout PDF' }

await main('export', async () => {
  const options = parseExportOptions(process.argv.slice(2))
  if (options.help)
    return console.log(exportHelp)

  const deck = await loadDeck()
  const numbers = slidesInRange(options.range, deck.slides.length)
  const staging = await stageFiles(options.output)
  for (const kind of options.kinds)
    checkPlace(join(options.output, exportName(kind, options)), kind === 'images' ? imageNamePattern : undefined)

  const needsBrowser = options.kinds.some(kind => kind !== 'notes')
  const browserPath = needsBrowser ? await findBrowser() : undefined
  if (browserPath !== undefined && options.build) {
    // Its tools take two seconds to load; `--no-build` does without.
    const { buildSite } = await import('./site/build')
    await buildSite(parseBuildOptions(options.site === undefined ? [] : ['--site', options.site]), browserPath)
  }
  const session = browserPath === undefined ? undefined : await openSession(browserPath, options.timeout)
  try {
    const makers: Partial<Record<ExportKind, Maker>> = {
      notes: notesMaker(deck, numbers),
      ...session && browserMakers(session, deck, options, await sourceDate()),
    }
    const made: Made[] = []
    for (const kind of options.kinds) {
      progress(`Making the ${kind} …`)
      const start = performance.now()
      const product = await makers[kind]!()
      const name = exportName(kind, options)
      for (const [file, content] of filesOf(name, product))
        await staging.write(file, content)
      made.push({ ...product, kind, name, time: secondsSince(start) })
    }
    progress()
    if (options.check)
      await checkAll(made, options.range === undefined)
    await publishDownloads(made)
    staging.publish()
    for (const { count, name, time, unit, ...product } of made)
      console.log(`${join(options.output, name)}: ${count} ${unit}, ${size(filesOf(name, product))}, ${time}`)
  }
  finally {
    await session?.close()
  }
})

/** Files of a product, by their names in the folder for all. */
function filesOf(name: string, { content }: Pick<Product, 'content'>): (readonly [name: string, content: Uint8Array | string])[] {
  return typeof content === 'string' || content instanceof Uint8Array
    ? [[name, content]]
    : [...content].map(([file, bytes]) => [join(name, file), bytes] as const)
}

function size(files: ReturnType<typeof filesOf>): string {
  return `${Math.round(files.reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0) / 1000)} kB`
}

/** @throws UserError where a PDF breaks a rule; which one, the report has said */
async function checkAll(made: readonly Made[], isWhole: boolean): Promise<void> {
  const { checkPdf, formatReport } = await import('./pdf-check')
  const broken: string[] = []
  for (const { content, name } of made) {
    if (!(content instanceof Uint8Array) || !name.endsWith('.pdf'))
      continue
    const results = await checkPdf(content, isWhole)
    console.log(`\n${name}\n${formatReport(results)}\n`)
    if (results.some(({ verdict }) => verdict === 'fail'))
      broken.push(name)
  }
  if (broken.length)
    throw new UserError(`${broken.join(', ')}: rules are broken, see above; nothing was written`)
}

/** Puts what the built site offers beside it. A file of a few slides, or of a variant, stays out. */
async function publishDownloads(made: readonly Made[]): Promise<void> {
  const files = made.filter(({ kind, name }) => offered[kind] && name === plainName(kind))
  if (files.length === 0)
    return
  const staging = await stageDownloads(new Map(files.map(({ content, name }) => [name, content as Uint8Array])))
  staging.publish()
  await offerDownloads(files.map(({ count, kind, name, ...product }) =>
    ({ file: name, title: `${offered[kind]!}, ${count} pages, ${size(filesOf(name, product))}` })))
}
