import { chown, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finishPdf, openPdf, outlineByChapter, sourceDate, type AboutPdf } from '../../pdf/finish'
import { run, UserError } from '../../cli/run'
import { tag, taggedPdf } from './tagged-pdf'

const key = PDFName.of

const about: AboutPdf = {
  title: 'Go & Rust',
  author: 'Ann, Bob',
  subject: 'S',
  keywords: ['k', 'l'],
  lang: 'en',
  date: new Date('2026-01-02T03:04:05Z'),
  config: {},
  linkTexts: new Map([['https://example.com/', 'An example']]),
  pages: [{ slide: 1 }, { slide: 2 }, { slide: 2 }, { slide: 4 }],
  outline: [{ title: 'Chapter', children: [{ title: 'First slide' }, { title: 'Voices' }] }, { title: 'Last' }],
}

const printed = (): Promise<Uint8Array> => taggedPdf([
  [tag('H1', 'First slide'), tag('H2', 'Go')],
  [tag('H1', 'Voices'), tag('Link', 'here', { url: 'https://example.com/' })],
  [tag('P', 'Voices'), tag('Link', 'there', { url: 'https://example.org/' })],
  [tag('H1', 'Last')],
])

describe('finishPdf', () => {
  it('says what the file is, in Info and XMP alike, and claims no standard', async () => {
    const pdf = await openPdf(await finishPdf(await printed(), about))
    expect([pdf.getTitle(), pdf.getAuthor(), pdf.getSubject(), pdf.getKeywords()]).toEqual(['Go & Rust', 'Ann, Bob', 'S', 'k, l'])
    expect([pdf.getCreationDate(), pdf.getModificationDate()]).toEqual([about.date, about.date])
    expect(pdf.catalog.lookup(key('Lang'), PDFString).decodeText()).toBe('en')

    const bytes = await finishPdf(await printed(), about)
    expect(Buffer.from(bytes).includes('dc:title')).toBe(true)
    expect(Buffer.from(bytes).includes('pdfuaid')).toBe(false)
    const xmp = await (await getDocument({ data: bytes, verbosity: 0 }).promise).getMetadata()
    const entry = (name: string): unknown => xmp.metadata.get(name)
    expect(entry('dc:title')).toBe('Go & Rust')
    expect(entry('dc:creator')).toEqual(['Ann', 'Bob'])
    expect(entry('dc:subject')).toEqual(['k', 'l'])
    expect(entry('xmp:createdate')).toBe('2026-01-02T03:04:05Z')
  })

  it('says that it follows PDF/UA-1 where the deck says so, in the form that validators read', async () => {
    const text = Buffer.from(await finishPdf(await printed(), { ...about, config: { pdfua: true } })).toString()
    expect(text).toContain('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"')
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('has the chapters with their slides as its outline', async () => {
    const pdf = await getDocument({ data: await finishPdf(await printed(), about), verbosity: 0 }).promise
    type Entries = Awaited<ReturnType<typeof pdf.getOutline>>
    const read = (entries: Entries): Promise<unknown[]> => Promise.all(entries.map(async ({ dest, items, title }) => {
      const [page] = dest as [{ num: number, gen: number }]
      return [title, await pdf.getPageIndex(page), ...await read(items as Entries)]
    }))
    expect(await read(await pdf.getOutline())).toEqual([['Chapter', 0, ['First slide', 0], ['Voices', 1]], ['Last', 3]])
  })

  it('refuses an outline that the document does not follow', async () => {
    const outline = [{ title: 'Last' }, { title: 'Voices' }]
    await expect(finishPdf(await printed(), { ...about, outline })).rejects.toThrow(/“Voices”/)
  })

  it('labels pages as the slides are numbered', async () => {
    const pdf = await getDocument({ data: await finishPdf(await printed(), about), verbosity: 0 }).promise
    expect(await pdf.getPageLabels()).toEqual(['1', '2.1', '2.2', '4'])
  })

  it('describes links by the words for their target, or the target', async () => {
    const pdf = await openPdf(await finishPdf(await printed(), about))
    const described = pdf.getPages().slice(1, 3).map(({ node }) =>
      node.lookup(key('Annots'), PDFArray).lookup(0, PDFDict).lookup(key('Contents'), PDFHexString).decodeText())
    expect(described).toEqual(['An example', 'https://example.org/'])
  })

  it('makes the same file of the same input, and another identity of another', async () => {
    const finish = async (about: AboutPdf): Promise<Uint8Array> => finishPdf(await printed(), about)
    const [first, again, other] = await Promise.all([about, about, { ...about, title: 'Other' }].map(finish))
    const identity = async (bytes: Uint8Array): Promise<string> => String((await openPdf(bytes)).context.trailerInfo.ID)
    expect(Buffer.compare(first!, again!)).toBe(0)
    expect(await identity(first!)).toMatch(/^\[ <([0-9a-f]{32})> <\1> \]$/)
    expect(await identity(other!)).not.toBe(await identity(first!))
  })

  it('leaves nothing behind of what it replaced', async () => {
    const pdf = await openPdf(await finishPdf(await printed(), about))
    const dicts = pdf.context.enumerateIndirectObjects().map(([, object]) => object).filter(object => object instanceof PDFDict)
    const types = dicts.map(dict => String(dict.get(key('Type'))))
    expect(types.filter(type => type === '/StructTreeRoot' || type === '/Outlines')).toHaveLength(2)
  })
})

describe('outlineByChapter', () => {
  it('puts slides under the chapter that one of them opens', () => {
    expect(outlineByChapter([{ title: 'A' }, { title: 'B', chapter: 'claim' }, { title: 'C' }, { title: 'D', chapter: 'sources' }], name => `Chapter ${name}`)).toEqual([
      { title: 'A' },
      { title: 'Chapter claim', children: [{ title: 'B' }, { title: 'C' }] },
      { title: 'Chapter sources', children: [{ title: 'D' }] },
    ])
  })
})

describe('sourceDate', () => {
  const said: string[] = []
  const say = (line: string): void => void said.push(line)
  let place: string
  beforeEach(async () => {
    said.length = 0
    place = await mkdtemp(join(tmpdir(), 'date-'))
  })
  afterEach(() => rm(place, { recursive: true }))

  const git = async (folder: string, ...args: string[]): Promise<void> => {
    const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org']
    const env = { ...process.env, GIT_COMMITTER_DATE: '2020-02-02T02:02:02Z', GIT_AUTHOR_DATE: '2020-02-02T02:02:02Z' }
    const { code, output } = await run('git', [...identity, ...args], { cwd: folder, env })
    expect(code, output).toBe(0)
  }
  /** A project whose lockfile is of 1999. */
  const project = async (folder: string): Promise<string> => {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'package-lock.json'), '{}')
    await utimes(join(folder, 'package-lock.json'), new Date('1999-09-09T09:09:09Z'), new Date('1999-09-09T09:09:09Z'))
    return folder
  }

  it('obeys SOURCE_DATE_EPOCH', async () => {
    expect(await sourceDate(say, { SOURCE_DATE_EPOCH: '315619200' })).toEqual(new Date('1980-01-02T00:00:00Z'))
  })

  it.each(['today', '0', '-1', '315532799', '4354819200', '1e9'])('says what SOURCE_DATE_EPOCH must be, not %s', async (seconds) => {
    await expect(sourceDate(say, { SOURCE_DATE_EPOCH: seconds })).rejects
      .toThrow(new UserError(`SOURCE_DATE_EPOCH must be whole seconds since 1970, from 315532800 (1980) to 4354819199 (2107), not “${seconds}”`))
  })

  it('is that of the last commit', async () => {
    const folder = await project(join(place, 'deck'))
    await git(folder, 'init', '--quiet')
    await git(folder, 'add', '.')
    await git(folder, 'commit', '--quiet', '--message', 'first')
    expect(await sourceDate(say, {}, folder)).toEqual(new Date('2020-02-02T02:02:02Z'))
    expect(said).toEqual([])
  })

  it('is that of its own last commit where it is a part of a larger repository', async () => {
    const folder = await project(join(place, 'talks/deck'))
    await git(place, 'init', '--quiet')
    await git(place, 'add', '.')
    await git(place, 'commit', '--quiet', '--message', 'first')
    expect(await sourceDate(say, {}, folder)).toEqual(new Date('2020-02-02T02:02:02Z'))
  })

  it('is that of the lockfile in an archive, also inside the repository of something else, and says so', async () => {
    const folder = await project(join(place, 'vendor/deck'))
    const alone = await sourceDate(say, {}, folder)
    await writeFile(join(place, 'theirs'), '')
    await git(place, 'init', '--quiet')
    await git(place, 'add', 'theirs')
    await git(place, 'commit', '--quiet', '--message', 'theirs')
    const inside = await sourceDate(say, {}, folder)
    expect([alone, inside]).toEqual([new Date('1999-09-09T09:09:09Z'), new Date('1999-09-09T09:09:09Z')])
    expect(said).toEqual([
      expect.stringMatching(/^No commit of this folder is known \(.*not a git repository.*\): the files bear the date of package-lock\.json, 1999-09-09\.$/),
      'No commit of this folder is known (it is no part of a repository): the files bear the date of package-lock.json, 1999-09-09.',
    ])
  })

  // Only root can give a folder to somebody else.
  it.runIf(process.getuid?.() === 0)('is that of the last commit in a folder of another user', async () => {
    const folder = await project(join(place, 'deck'))
    await git(folder, 'init', '--quiet')
    await git(folder, 'add', '.')
    await git(folder, 'commit', '--quiet', '--message', 'first')
    await chown(folder, 4321, 4321)
    await chown(join(folder, '.git'), 4321, 4321)
    const refused = await run('git', ['log', '-1'], { cwd: folder })
    expect(refused.output).toContain('dubious ownership')
    expect(await sourceDate(say, {}, folder)).toEqual(new Date('2020-02-02T02:02:02Z'))
  })
})
