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

  it('are told before they are written, and change those lines alone', async () => {
    const before = (await source()).replace('layout: two-cols', 'layout: two-cols\nminutes: 2')
    await writeFile(join(folder, 'slides.md'), before)
    const wanted = { clicks: 1.25, 4: 0.5 }
    const changes = await planMinutes(folder, wanted, false)
    expect(changes.map(({ after, before, file }) => [file, before, after])).toEqual([
      ['slides.md', undefined, 'minutes: 1.25'], ['slides.md', 'minutes: 2', 'minutes: 0.5'],
    ])
    expect(await source()).toBe(before)
    await planMinutes(folder, wanted, true)
    expect(await source()).toBe(before.replace('routeAlias: clicks', 'minutes: 1.25\nrouteAlias: clicks').replace('minutes: 2', 'minutes: 0.5'))
    expect(await planMinutes(folder, wanted, true)).toEqual([])
    expect((await readdir(folder)).filter(name => name.endsWith('.new'))).toEqual([])
  })

  it('keep the line ends of Windows', async () => {
    await writeFile(join(folder, 'slides.md'), (await source()).replaceAll('\n', '\r\n'))
    await planMinutes(folder, { clicks: 3 }, true)
    expect(await source()).toContain('\r\nminutes: 3\r\nrouteAlias: clicks\r\n')
    expect(await source()).not.toMatch(/[^\r]\n/)
  })

  it('are refused by name where a slide has no frontmatter, and nothing is written', async () => {
    const before = await source()
    await expect(planMinutes(folder, { clicks: 1, 3: 1 }, true)).rejects.toThrow('slides.md, slide 3: has no frontmatter to write minutes into')
    expect(await source()).toBe(before)
  })
})
