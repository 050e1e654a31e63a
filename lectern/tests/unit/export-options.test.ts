import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../cli/run'
import { exportKinds, exportName, imageNames } from '../../export/names'
import { exportHelp, parseExportOptions } from '../../export/options'
import { slidesInRange } from '../../export/range'
import { PAPERS, type Paper } from '../../print/papers'

describe('parseExportOptions', () => {
  it('builds and exports everything by default', () => {
    expect(parseExportOptions([])).toEqual({
      kinds: ['slides', 'steps', 'handout', 'notes', 'pptx', 'images'],
      dark: false,
      range: undefined,
      paper: 'a4',
      notes: true,
      keys: false,
      output: 'exports',
      site: undefined,
      timeout: 120,
      build: true,
      check: false,
      help: false,
    })
  })

  it('reads every option', () => {
    expect(parseExportOptions([
      'handout', 'slides', '--scheme', 'dark', '--range', '2-4', '--paper', 'letter', '--no-notes', '--keys', '--output', 'out',
      '--site', 'https://example.org/talk', '--timeout', '9', '--no-build', '--check', '--help',
    ])).toEqual({
      kinds: ['slides', 'handout'],
      dark: true,
      range: '2-4',
      paper: 'letter',
      notes: false,
      keys: true,
      output: 'out',
      site: 'https://example.org/talk/',
      timeout: 9,
      build: false,
      check: true,
      help: true,
    })
  })

  it.each([
    [['--dark'], { dark: true }],
    [['--with-clicks'], { kinds: ['steps'] }],
    [['--no-notes'], { kinds: ['slides', 'steps', 'handout', 'pptx', 'images'] }],
  ])('knows the short form %j', (args, part) => {
    expect(parseExportOptions(args)).toMatchObject(part)
  })

  it.each([
    [['--colour'], /--colour/],
    [['--output'], /--output/],
    [['--output', ''], /--output must be a folder/],
    [['slides.md'], /there is no “slides.md” to export; there are slides, steps, handout, notes, pptx, images/],
    [['--scheme', 'sepia'], /--scheme must be light or dark, not “sepia”/],
    [['--scheme', 'light', '--dark'], /contradict/],
    [['--range', '1-2', '--range', '4'], /--range is there twice/],
    [['--paper', 'a3'], /--paper must be a4, a5, or letter, not “a3”/],
    [['slides', '--paper', 'letter'], /--paper is for handout, not for slides/],
    [['notes', '--no-notes'], /--no-notes leaves nothing/],
    [['--site', 'example.org'], /--site must be a web address such as .*, not “example.org”/],
    [['--site', 'https://example.org/a//b'], /--site must be a web address such as .*, not “https:\/\/example.org\/a\/\/b”/],
    [['--output', 'dist'], /--output must be a folder of its own, not “dist”, which has the site/],
    [['--output', 'exports/../dist/'], /--output must be a folder of its own, not “exports\/..\/dist\/”/],
    [['--timeout', '0.0001'], /--timeout must be seconds from 1 to 3600, not “0.0001”/],
    [['--timeout', '0'], /--timeout must be seconds from 1 to 3600, not “0”/],
  ])('refuses %j in one line', (args, message) => {
    expect(() => parseExportOptions(args)).toThrow(message)
    expect(() => parseExportOptions(args)).toThrow(/^.*$/)
  })
})

it('refuses a folder that leads to the site by another name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'link-'))
  await symlink(root, join(folder, 'deck'))
  expect(() => parseExportOptions(['--output', join(folder, 'deck/dist')])).toThrow('--output must be a folder of its own')
  await rm(folder, { recursive: true })
})

describe('exportHelp', () => {
  it('lists every name and every option', () => {
    expect(exportKinds.filter(kind => !exportHelp('my-talk').includes(`\n  ${kind} `))).toEqual([])
    const options = ['scheme', 'dark', 'range', 'paper', 'no-notes', 'keys', 'output', 'site', 'check', 'no-build', 'timeout', 'with-clicks', 'help']
    expect(options.filter(option => !exportHelp('my-talk').includes(`--${option}`))).toEqual([])
  })
})

describe('slidesInRange', () => {
  it.each([
    [undefined, [1, 2, 3, 4, 5]],
    ['2-4', [2, 3, 4]],
    ['5', [5]],
    ['4-5,1', [1, 4, 5]],
    ['1-2,2-3', [1, 2, 3]],
  ])('%s', (range, expected) => {
    expect(slidesInRange(range, 5)).toEqual(expected)
  })

  it.each(['0', '6', '4-6', '9-2'])('refuses %s of 5 slides', (range) => {
    expect(() => slidesInRange(range, 5)).toThrow(`--range must stay within the slides 1 to 5, not “${range}”`)
  })

  it('asks for the lower number first', () => {
    expect(() => slidesInRange('1,5-3', 5)).toThrow('--range must name the lower number first: 3-5, not “5-3”')
  })

  it('refuses what is no range', () => {
    expect(() => slidesInRange('two', 5)).toThrow('--range must be slide numbers such as 2-4 or 1,5-7, not “two”')
  })
})

describe('exportName', () => {
  it('differs wherever the content does', () => {
    const variants = [false, true].flatMap(dark => [{ range: undefined, cut: undefined }, { range: '2-4', cut: undefined }, { range: undefined, cut: '10' }].flatMap(chosen =>
      (Object.keys(PAPERS) as Paper[]).flatMap(paper => [false, true].flatMap(notes => [false, true].map(keys => ({ dark, ...chosen, paper, notes, keys }))))))
    const names = new Set(exportKinds.flatMap(kind => variants.map(variant => exportName(kind, 'my-talk', variant))))
    // In the order of the kinds: colours and slides; with paper, notes and keys; the notes by slides only; with notes.
    expect(names.size).toBe(6 + 6 + 72 + 3 + 12 + 6)
  })
})

describe('imageNames', () => {
  it('names an image by its slide, and counts the pages where there are several', () => {
    const names = imageNames([{ no: 1, alias: 'cover' }, { no: 2, alias: 'voices' }, { no: 2, alias: 'voices' }, { no: 3, alias: undefined }])
    expect(names).toEqual(['01-cover.png', '02-voices-1.png', '02-voices-2.png', '03.png'])
  })
})
