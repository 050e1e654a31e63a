import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { main, progress, serveDist, startBrowser, type Site } from 'slidev-addon-lectern/node'
import { thisMachine } from '../../lab/run/machine'
import { compressedCopy } from './files'
import { openLighthouse } from './lighthouse'
import { measures, type Figures } from './measures'
import { benchHelp, parseBenchOptions } from './options'
import { ours } from './ours'
import { buildPart, partsOf } from './parts'
import { marp } from './peers/marp'
import { install } from './peers/peer'
import { reveal } from './peers/reveal'
import { slidev } from './peers/slidev'
import { spectacle } from './peers/spectacle'
import { measureInTurn, type Part } from './samples'
import { makeScratch } from './scratch'
import { formatTable } from './table'
import type { Tool } from './tool'

await main('bench', async () => {
  const { help, peers, runs } = parseBenchOptions(process.argv.slice(2))
  if (help)
    return console.log(benchHelp)
  const { cores, load } = await thisMachine()
  const folder = await makeScratch()
  progress('Starting the browser …')
  const { browser, path: browserPath } = await startBrowser()
  const notMeasured: string[] = []
  /** Does what the table can go without. */
  const ifPossible = async <T>(name: string, work: () => Promise<T>): Promise<T | undefined> => {
    progress(`Installing ${name} …`)
    return work().catch((error: Error) => void notMeasured.push(`${name}: ${error.message.split('\n')[0]}`))
  }

  const own = ours(join(folder, 'exports'))
  const tools: Tool[] = [own]
  for (const { name, overrides, packages, setUp } of peers ? [slidev, marp, reveal, spectacle] : []) {
    const workshop = { folder: join(folder, name), browserPath }
    const tool = await ifPossible(name, async () => {
      await install(workshop.folder, packages, overrides)
      return setUp(workshop)
    })
    if (tool)
      tools.push(tool)
  }
  const lighthouse = peers ? await ifPossible('Lighthouse', () => openLighthouse(join(folder, 'lighthouse'), browserPath)) : undefined

  const columns = new Map<Tool, Figures>(tools.map(tool => [tool, {}]))
  const take = async (part: Part<Tool>): Promise<Tool[]> => {
    const isDispensable = (tool: Tool): boolean => tool !== own || part.isExtra === true
    const { failures, figures } = await measureInTurn([...columns.keys()], part, { runs, isDispensable, say: progress })
    figures.forEach((taken, tool) => columns.set(tool, { ...columns.get(tool), ...taken }))
    notMeasured.push(...failures)
    return [...figures.keys()]
  }
  const built = await take(buildPart)
  tools.filter(tool => !built.includes(tool)).forEach(tool => columns.delete(tool))
  const sites = new Map<Tool, Site>()
  for (const tool of built) {
    const copy = join(folder, 'sites', tool.name)
    columns.set(tool, { ...columns.get(tool), ...await compressedCopy(tool.dist, copy) })
    sites.set(tool, await serveDist(0, copy))
  }
  for (const part of partsOf(browser, tool => sites.get(tool)!.url, lighthouse))
    await take(part)

  progress()
  const [ourColumn, ...others] = Array.from(columns, ([{ name }, figures]) => ({ name, figures }))
  console.log(formatTable(measures, { ours: ourColumn!, peers: others, slidev: others.find(({ name }) => name === slidev.name) }))
  console.log(`\nMeasured ${runs} × in turn, medians; throttled is 1.6 Mbit/s, 150 ms, CPU ÷ 4. When it began, the load was ${load} on ${cores} cores.`)
  if (others.length > 0)
    console.log('The others show a plain deck of 30 slides, as each tool comes. Nothing beyond this machine answered, such as fonts that Slidev asks for.')
  notMeasured.forEach(line => console.log(`not measured: ${line}`))

  sites.forEach(site => site.close())
  await Promise.all([browser.close(), lighthouse?.close()])
  await rm(folder, { recursive: true })
})
