import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { comparison } from '../../data/deck'
import { loadDeck, type DeckSlide } from '../../scripts/deck'
import { root, run, type Finished } from '../../scripts/run'
import quotations from '../fixtures/quotations.json' with { type: 'json' }
import { readPdf, type ReadPdf } from './read-pdf'

const command = ['--import', 'tsx', 'scripts/export.ts', '--no-build']

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'))
})
test.afterAll(() => rm(folder, { recursive: true }))

function runExport(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return run(process.execPath, [...command, '--output', folder, ...args], { env: { ...process.env, ...env } })
}

/** For comparing text that a page may break anywhere. */
const squeeze = (text: string): string => text.normalize('NFKC').replace(/[\s\u00AD\u2010\u2011-]/g, '')

const variants = [
  { name: 'better-together.pdf', args: [], pagesOf: ({ printsSteps, steps }: DeckSlide) => printsSteps ? steps : 1 },
  { name: 'better-together-steps.pdf', args: ['--with-clicks'], pagesOf: ({ steps }: DeckSlide) => steps },
  { name: 'better-together-dark.pdf', args: ['--dark'], pagesOf: ({ printsSteps, steps }: DeckSlide) => printsSteps ? steps : 1 },
]

for (const { args, name, pagesOf } of variants) {
  test.describe(name, () => {
    let pdf: ReadPdf
    let text: string
    let slides: DeckSlide[]
    /** The first page of each slide, in order. */
    let firstPages: number[]

    test.beforeAll(async () => {
      const { code, output } = await runExport(args)
      expect(code, output).toBe(0)
      pdf = await readPdf(await readFile(join(folder, name)))
      text = squeeze(pdf.texts.join(' '))
      slides = (await loadDeck()).slides
      firstPages = slides.map((_, index) => 1 + slides.slice(0, index).reduce((sum, slide) => sum + pagesOf(slide), 0))
    })

    test('has every quotation', () => {
      const missing = quotations.filter(quotation => !text.includes(squeeze(quotation.text)))
      expect(missing.map(({ order }) => order)).toEqual([])
    })

    test('has every row of the comparison', () => {
      const rows = comparison.map(({ go, label, rust }) => [label, go, rust].map(cell => [cell].flat().join(', ')).join(' '))
      expect(rows).not.toEqual([])
      expect(rows.filter(row => !text.includes(squeeze(row)))).toEqual([])
    })

    test('has the pages that the slides ask for, none of them blank', () => {
      expect(pdf.texts).toHaveLength(slides.reduce((sum, slide) => sum + pagesOf(slide), 0))
      expect(pdf.texts.flatMap((page, index) => squeeze(page) ? [] : [index + 1])).toEqual([])
    })

    test('has tags, language, title and author', async () => {
      const { author, title } = await loadDeck()
      expect(pdf).toMatchObject({ tagged: true, hasStructure: true, showsTitle: true })
      expect(pdf.info).toEqual({ title, author, language: 'en' })
      expect(title && author).toBeTruthy()
    })

    test('has one main heading a slide, and skips no level', () => {
      expect(pdf.headings.filter(({ level }) => level === 1).map(({ page }) => page)).toEqual(firstPages)
      const skips = pdf.headings.filter(({ level }, index) => level > (pdf.headings[index - 1]?.level ?? 0) + 1)
      expect(skips).toEqual([])
    })

    test('has an outline with an entry for each slide, in order', () => {
      expect(pdf.outline.map(({ page }) => page)).toEqual(firstPages)
      const strange = pdf.outline.filter(({ page, title }) => !pdf.texts[page - 1]!.replace(/\s+/g, ' ').includes(title || '?'))
      expect(strange).toEqual([])
    })

    test('embeds its fonts as outlines', () => {
      expect(pdf.fonts).not.toEqual([])
      expect(pdf.fonts.filter(({ embedded, type }) => !embedded || type === 'Type3')).toEqual([])
    })

    test('names every link, and leads to the first page of a slide or out to the web', () => {
      expect(pdf.links.filter(({ contents }) => !contents)).toEqual([])
      const inside = pdf.links.filter(({ url }) => url === undefined)
      expect(inside).not.toEqual([])
      for (const { contents, target } of inside) {
        const slide = Number(/^Slide (\d+): ./.exec(contents)?.[1])
        expect(target, contents).toBe(firstPages[slide - 1])
      }
      const outside = pdf.links.flatMap(({ url }) => url ?? [])
      expect(outside.filter(url => !url.startsWith('https://'))).toEqual([])
    })
  })
}

test('--range prints those slides only', async () => {
  const { code, output } = await runExport(['--range', '1,3'])
  expect(code, output).toBe(0)
  const { headings } = await readPdf(await readFile(join(folder, 'better-together-slides-1,3.pdf')))
  expect(headings.filter(({ level }) => level === 1)).toHaveLength(2)
})

test.describe('fails in one line and leaves nothing', () => {
  let before: string[]
  test.beforeEach(async () => {
    await writeFile(join(folder, 'in-the-way'), '')
    before = await readdir(folder)
  })

  const cases = [
    { mistake: 'an unknown option', args: ['--colour'], line: /--colour/ },
    { mistake: 'slides that are not there', args: ['--range', '999'], line: /--range .*999/ },
    { mistake: 'a folder that cannot be written', args: [], output: 'in-the-way', line: /--output: cannot write to .*in-the-way/ },
    { mistake: 'a browser that is not there', args: [], env: { DECK_BROWSER: '/no/browser' }, line: /DECK_BROWSER .*\/no\/browser/ },
    { mistake: 'a browser that is none', args: [], env: { DECK_BROWSER: process.execPath }, line: /browser/ },
  ]
  for (const { args, env, line, mistake, output: place } of cases) {
    test(mistake, async () => {
      const { code, output } = await runExport([...args, ...place ? ['--output', join(folder, place)] : []], env)
      expect(code).toBe(1)
      expect(output.trim().split('\n').filter(text => text.startsWith('export: '))).toEqual([expect.stringMatching(line)])
      expect(output).not.toContain('    at ')
      expect(await readdir(folder)).toEqual(before)
    })
  }

  test('when it is interrupted', async () => {
    const child = spawn(process.execPath, [...command, '--output', folder, '--range', '2'], { cwd: root })
    child.stdout.once('data', () => child.kill('SIGINT'))
    const code = await new Promise(resolve => child.once('close', resolve))
    expect(code).toBe(130)
    expect(await readdir(folder)).toEqual(before)
  })
})
