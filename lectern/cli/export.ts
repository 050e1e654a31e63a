import { join, relative, resolve } from 'node:path'
import type { Browser } from 'playwright-chromium'
import { closeBrowser, startBrowser } from './browser'
import { parseBuildOptions } from './build-options'
import { slidesInCut } from '../deck/cut'
import { loadDeck, pagesOf, type Deck } from '../deck/deck'
import { downloadName, offerDownloads } from '../export/downloads'
import { browserMakers, notesMaker, turns, type Maker, type Product } from '../export/makers'
import { exportName, imageNames, plainName, socialCardName, type ExportKind } from '../export/names'
import { exportHelp, parseExportOptions, type ExportOptions } from '../export/options'
import { slidesInRange } from '../export/range'
import { openSession, type Session } from '../export/session'
import { readManifest } from '../files/manifest'
import { assertReplaceable, publish, stagedNames, stageFiles, type Publication } from '../files/staging'
import { sourceDate } from '../pdf/finish'
import { allDone, progress, root, secondsSince, UserError } from './run'
import { copySite } from '../site/copy'

interface Made extends Product {
  kind: ExportKind
  name: string
  time: string
}

/** What the built site offers, and calls by these names. */
const offered: Partial<Record<ExportKind, string>> = { slides: 'Slides PDF', handout: 'Handout PDF' }

const dist = join(root, 'dist')

export async function run(args: readonly string[]): Promise<void> {
  const options = parseExportOptions(args)
  const deck = await loadDeck()
  const deckName = deck.config.name
  if (options.help)
    return console.log(exportHelp(deckName))

  const numbers = options.cut === undefined
    ? slidesInRange(options.range, deck.slides.length)
    : slidesInCut(options.cut, deck.slides)
  const date = await sourceDate(console.log)
  const staging = await stageFiles(options.output)
  assertReplaceable(options.output, plannedFiles(deck, numbers, options))

  // Before the long work, so that what is missing for it is known at once.
  const needsBrowser = options.kinds.some(kind => kind !== 'notes')
  if (options.build)
    assertReplaceable(relative(process.cwd(), dist), options.kinds.filter(kind => offered[kind]).map(kind => downloadName(plainName(kind, deckName))))
  const build = needsBrowser && options.build ? await planBuild(options) : undefined
  const copy = needsBrowser && !options.build ? await copySite(dist) : undefined
  if (needsBrowser)
    progress('Starting the browser …')
  const browser = needsBrowser ? (await startBrowser()).browser : undefined
  let session: Session | undefined
  try {
    const built = browser && await build?.(browser)
    session = browser && await openSession(browser, built?.staging.fresh ?? copy!, options.timeout)
    const makers: Partial<Record<ExportKind, Maker>> = {
      notes: notesMaker(deck, numbers, options.cut !== undefined),
      ...session && browserMakers(session, deck, options.cut === undefined ? options : { ...options, range: numbers.join(',') }, date),
    }
    const make = async (kind: ExportKind): Promise<Made> => {
      progress(`Making the ${kind} …`)
      const start = performance.now()
      const product = await makers[kind]!()
      const name = exportName(kind, deckName, options)
      for (const [file, content] of filesOf(name, product))
        await staging.write(file, content)
      return { ...product, kind, name, time: secondsSince(start) }
    }
    const made = await makeAll(options.kinds, make)
    progress()
    if (options.check)
      await checkAll(made, deck, options.range === undefined && options.cut === undefined, staging.fresh)
    const site = await siteWith(deck, made, built)
    // A folder of images holds those of one run; of the files beside it, each is an export of its own.
    const isImage = (file: string): boolean => made.some(({ kind, name }) => kind === 'images' && file.startsWith(`${name}/`))
    await publish([{ staging, replaces: isImage }, ...site ? [site] : []])
    for (const { count, name, time, unit, ...product } of made)
      console.log(`${join(options.output, name)}: ${counted(count, unit)}, ${size(filesOf(name, product))}, ${time}`)
  }
  finally {
    session?.close()
    if (browser)
      await closeBrowser(browser)
  }
}

/** Makes what shares an opened page in turns, and the others meanwhile, until one fails. */
async function makeAll(kinds: readonly ExportKind[], make: (kind: ExportKind) => Promise<Made>): Promise<Made[]> {
  const made = new Map<ExportKind, Made>()
  let hasFailed = false
  const inTurns = async (turns: readonly (readonly ExportKind[])[]): Promise<void> => {
    try {
      for (const turn of turns) {
        await allDone(turn.filter(kind => !hasFailed && kinds.includes(kind)).map(async kind => made.set(kind, await make(kind))))
      }
    }
    catch (error) {
      hasFailed = true
      throw error
    }
  }
  await allDone(turns.map(inTurns))
  return kinds.map(kind => made.get(kind)!)
}

/** Names of all files that an export will write. */
function plannedFiles(deck: Deck, numbers: readonly number[], options: ExportOptions): string[] {
  const slides = numbers.map(no => deck.slides[no - 1]!)
  const images = imageNames(slides.flatMap(slide => pagesOf(slide, false).map(() => slide)))
  return options.kinds.flatMap((kind) => {
    const name = exportName(kind, deck.config.name, options)
    return kind === 'images' ? [...images, ...numbers[0] === 1 ? [socialCardName] : []].map(image => `${name}/${image}`) : name
  })
}

async function planBuild({ site }: ExportOptions): Promise<(browser: Browser) => Promise<Publication>> {
  // Its tools take two seconds to load; `--no-build` does without.
  const { planSite } = await import('../site/build')
  return planSite(parseBuildOptions(site === undefined ? [] : ['--site', site]))
}

/** Files of a product, by their names in the folder for all. */
function filesOf(name: string, { content }: Pick<Product, 'content'>): (readonly [name: string, content: Uint8Array | string])[] {
  return typeof content === 'string' || content instanceof Uint8Array
    ? [[name, content]]
    : [...content].map(([file, bytes]) => [`${name}/${file}`, bytes] as const)
}

/** Such as `1 page`, `52 pages`. */
function counted(count: number, unit: Product['unit']): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`
}

function size(files: ReturnType<typeof filesOf>): string {
  return `${Math.round(files.reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0) / 1000)} kB`
}

/**
 * Judges the PDFs by our own rules, and by veraPDF where it is found.
 * @param folder where the files are until they are published
 * @throws UserError where one breaks a rule; which one, the report has said
 */
async function checkAll(made: readonly Made[], deck: Deck, isWhole: boolean, folder: string): Promise<void> {
  const { checkPdf, formatReport } = await import('../pdf/check/check')
  const { findVeraPdf, formatVerdict, judge, VERAPDF_INSTALL } = await import('../pdf/check/verapdf')
  const files = made.flatMap(({ content, name }) => content instanceof Uint8Array && name.endsWith('.pdf') ? [{ content, name }] : [])
  const classPath = findVeraPdf()
  const verdicts = classPath && files.length > 0 ? await judge(classPath, files.map(({ name }) => resolve(folder, name))) : undefined
  const broken: string[] = []
  for (const [index, { content, name }] of files.entries()) {
    const verdict = verdicts?.[index]
    const results = await checkPdf(content, deck.config, isWhole)
    console.log(`\n${name}\n${formatReport(results)}\n${verdict ? `${formatVerdict(verdict)}\n` : ''}`)
    // A deck that does not say so breaks the rule that files say what they are, and perhaps others.
    if (results.some(({ verdict }) => verdict === 'fail') || (deck.config.pdfua && verdict?.isCompliant === false))
      broken.push(name)
  }
  if (files.length > 0 && !verdicts)
    console.log(`- NOT judged by veraPDF, which was not found, or no Java development kit runs it: ${VERAPDF_INSTALL}\n`)
  if (broken.length)
    throw new UserError(`${broken.join(', ')}: rules are broken, see above; nothing was written`)
}

/**
 * The built site with what it offers beside it. A file of a few slides, or of a variant, stays out.
 * @param built by this run; else the site is there, and stays as it is where it cannot be changed
 */
async function siteWith(deck: Deck, made: readonly Made[], built: Publication | undefined): Promise<Publication | undefined> {
  const files = made.filter(({ kind, name }) => offered[kind] && name === plainName(kind, deck.config.name))
  if (files.length === 0)
    return built
  const downloads = files.map(({ content, count, kind, name, unit }) => ({
    file: name,
    content: content as Uint8Array,
    title: `${offered[kind]!}, ${counted(count, unit)}, ${size(filesOf(name, { content }))}`,
  }))
  if (built) {
    await offerDownloads(downloads, built.staging.fresh, stagedNames(built.staging), built.staging)
    return built
  }
  try {
    const staging = await stageFiles(relative(process.cwd(), dist))
    await offerDownloads(downloads, dist, [...readManifest(dist)!.files.keys()], staging)
    assertReplaceable(staging.folder, stagedNames(staging))
    return { staging }
  }
  catch (error) {
    if (!(error instanceof UserError))
      throw error
    console.log(`The site was not given ${downloads.map(({ file }) => file).join(' and ')}: ${error.message}`)
  }
}
