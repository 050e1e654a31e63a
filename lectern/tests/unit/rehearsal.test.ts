import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planMinutes } from '../../presenter/rehearsal/minutes'
import { newMinutes, secondsBySlide, timesOf, toCsv, visit, type Run } from '../../presenter/rehearsal/times'

const START: Run = { began: 0, visits: [], until: 0 }
const run = [['cover', 0], ['cover', 20], ['table', 31], ['cover', 60], ['cover', 60], ['table', 70], ['table', 100]] as const
const RUN = run.reduce((run, [name, at]) => visit(run, name, at), START)

describe('a run', () => {
  it('adds up what a slide took, however often it was shown', () => {
    expect([...secondsBySlide(RUN)]).toEqual([['cover', 41], ['table', 59]])
  })

  it('stays what it is when a second window tells the same a moment later', () => {
    const twice = run.flatMap(([name, at]) => [[name, at], [name, at + 0.1]] as const).reduce((run, [name, at]) => visit(run, name, at), START)
    expect([...secondsBySlide(twice)].map(([name, seconds]) => [name, Math.round(seconds)])).toEqual([['cover', 41], ['table', 59]])
  })
})

const PLAN = [
  { name: 'cover', title: 'A cover', seconds: 45 },
  { name: 'table', title: 'Rows, and “columns"', seconds: 30 },
  { name: 'end', title: 'The end', seconds: 60 },
]

describe('the table', () => {
  const rows = timesOf(PLAN, RUN)

  it('has plan, time and minutes to the quarter, and none for a slide that was not told', () => {
    expect(rows.map(({ minutes, took }) => [took, minutes])).toEqual([[41, 0.75], [59, 1], [0, undefined]])
    expect(newMinutes(rows)).toEqual({ table: 1 })
  })

  it('never plans nothing for what was said', () => {
    expect(timesOf(PLAN, visit(visit(START, 'end', 0), 'end', 4))[2]).toMatchObject({ took: 4, minutes: 0.25 })
    expect(timesOf(PLAN, visit(visit(START, 'end', 0), 'end', 2))[2]!.minutes).toBeUndefined()
  })

  it('is quoted for a spreadsheet', () => {
    expect(toCsv(rows)).toBe('slide,title,planned,took,minutes\r\ncover,A cover,45,41,0.75\r\ntable,"Rows, and “columns""",30,59,1\r\nend,The end,60,0,\r\n')
  })
})

describe('new minutes', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'minutes-'))
    await cp(fileURLToPath(new URL('../decks/fixture', import.meta.url)), folder, { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true }))
  const source = () => readFile(join(folder, 'slides.md'), 'utf8')

  const write = (text: string) => writeFile(join(folder, 'slides.md'), text)

  it('are told before they are written, and change those lines alone', async () => {
    const before = (await source()).replace('layout: two-cols', 'layout: two-cols\nminutes: 2 # or so')
    await write(before)
    const wanted = { clicks: 1.25, 4: 0.5 }
    const { changes, left } = await planMinutes(folder, wanted, false)
    expect(changes.map(({ after, before, file }) => [file, before, after])).toEqual([
      ['slides.md', undefined, 'minutes: 1.25'], ['slides.md', 'minutes: 2 # or so', 'minutes: 0.5 # or so'],
    ])
    expect(left).toEqual([])
    expect(await source()).toBe(before)
    await planMinutes(folder, wanted, true)
    expect(await source()).toBe(before.replace('routeAlias: clicks', 'minutes: 1.25\nrouteAlias: clicks').replace('minutes: 2', 'minutes: 0.5'))
    expect(await planMinutes(folder, wanted, true)).toEqual({ changes: [], left: [] })
    expect((await readdir(folder)).filter(name => name.endsWith('.new'))).toEqual([])
  })

  it('begin a frontmatter where a slide has none', async () => {
    await write('# One\n\n---\n\n# Two\n\n---\n\n# Three\n')
    expect((await planMinutes(folder, { 1: 1, 3: 2 }, true)).left).toEqual([])
    expect(await source()).toBe('---\nminutes: 1\n---\n# One\n\n---\n\n# Two\n\n---\nminutes: 2\n---\n\n# Three\n')
  })

  it('keep the ends of lines, also where a file has both kinds', async () => {
    await write((await source()).replaceAll('\n', '\r\n'))
    await planMinutes(folder, { clicks: 3 }, true)
    expect(await source()).toContain('\r\nminutes: 3\r\nrouteAlias: clicks\r\n')
    expect(await source()).not.toMatch(/[^\r]\n/)
    await write('# One\r\n\n---\nminutes: 2\n---\n\n# Two\n')
    await planMinutes(folder, { 2: 3 }, true)
    expect(await source()).toBe('# One\r\n\n---\nminutes: 3\n---\n\n# Two\n')
  })

  it.each([
    ['indented', '  routeAlias: x\n  title: y'],
    ['in one line', '{ routeAlias: x, minutes: 1 }'],
    ['with a quoted key', '"minutes": 1\nrouteAlias: x'],
  ])('are left, and said, where the frontmatter is %s; the others are written', async (_, frontmatter) => {
    const text = `# One\n\n---\n${frontmatter}\n---\n\n# Two\n\n---\nrouteAlias: z\n---\n\n# Three\n`
    await write(text)
    const { changes, left } = await planMinutes(folder, { x: 2, z: 4 }, true)
    expect(left).toEqual(['slides.md, slide 2: its frontmatter has another form than lines of `key: value`; write it by hand'])
    expect(changes).toHaveLength(1)
    expect(await source()).toBe(text.replace('routeAlias: z', 'minutes: 4\nrouteAlias: z'))
  })

  it('go into the file of an imported slide, once, and not where the importing slide has its own', async () => {
    await writeFile(join(folder, 'part.md'), '# An imported slide\n')
    await write('# One\n\n---\nsrc: ./part.md\n---\n\n---\nsrc: ./part.md\nminutes: 2\n---\n')
    const { changes, left } = await planMinutes(folder, { 2: 3, 3: 4 }, true)
    expect(left).toEqual(['part.md, slide 3: its minutes stand where it is imported'])
    expect(changes).toEqual([{ file: 'part.md', line: 1, after: 'minutes: 3' }])
    expect(await readFile(join(folder, 'part.md'), 'utf8')).toBe('---\nminutes: 3\n---\n# An imported slide\n')
  })
})
