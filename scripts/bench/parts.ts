import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-chromium'
import { measurePdf, secondsOf } from './files'
import { measureKey } from './keys'
import type { Lighthouse } from './lighthouse'
import { measureBytes, measurePaints } from './loads'
import type { Figures } from './measures'
import type { Part } from './samples'
import type { Tool } from './tool'

export const buildPart: Part<Tool> = {
  name: 'Build',
  measure: ({ build }) => build && secondsOf(build).then(seconds => ({ build: seconds })),
}

/**
 * What is measured once everything is built.
 * @param urlOf at which the site of a tool is served
 */
export function partsOf(browser: Browser, urlOf: (tool: Tool) => string, lighthouse: Lighthouse | undefined): Part<Tool>[] {
  return [
    { name: 'First slide', measure: tool => measureBytes(browser, urlOf(tool)) },
    {
      name: 'Paints',
      measure: async (tool) => {
        const { blocking, first, largest } = await measurePaints(browser, urlOf(tool))
        return { firstPaint: first, largestPaint: largest, blocking }
      },
    },
    { name: 'Key', measure: async tool => ({ key: await measureKey(browser, urlOf(tool), tool) }) },
    {
      name: 'Reading page',
      measure: tool => tool.pages.includes('/read/')
        ? measureReading(browser, `${urlOf(tool)}/read/`, join(tool.dist, 'read/index.html'))
        : undefined,
    },
    {
      name: 'Slides PDF',
      measure: async (tool) => {
        let file = ''
        const slidesPdf = await secondsOf(async () => file = await tool.print(urlOf(tool)))
        return { slidesPdf, ...await measurePdf(file) }
      },
    },
    { name: 'All exports', measure: tool => tool.exportAll?.() },
    {
      name: 'Lighthouse',
      isExtra: true,
      measure: tool => lighthouse && tool.pages.reduce<Promise<Figures>>(
        async (before, page) => ({ ...await before, ...await lighthouse.judge(urlOf(tool), page) }), Promise.resolve({})),
    },
  ]
}

async function measureReading(browser: Browser, url: string, file: string): Promise<Figures> {
  const { first } = await measurePaints(browser, url)
  return { readingPaint: first, readingHtml: gzipSync(await readFile(file), { level: 9 }).length / 1000 }
}
