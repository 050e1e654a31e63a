import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { revisedWorker } from '../../../site/keptSite'
import { writeWorker } from '../../../site/worker'

const deck = { slides: [], config: { pages: { glossary: {} } } } as unknown as Parameters<typeof writeWorker>[1]
const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

let dist: string
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'worker-'))
})
afterEach(() => rm(dist, { recursive: true }))

async function workerOf(files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, content] of Object.entries({ 'index.html': '<script src="/assets/a.js"></script>', ...files })) {
    await mkdir(dirname(join(dist, name)), { recursive: true })
    await writeFile(join(dist, name), content)
  }
  await writeWorker(dist, deck, join(dist, 'public'))
  return readFile(join(dist, 'sw.js'), 'utf8')
}

describe('writeWorker', () => {
  it('keeps what slides and pages are made of, and no more', async () => {
    const kept = ['app.html', 'assets/a.js', 'assets/photo-1a2b.jpg', 'favicon.svg', 'glossary/index.html', 'icons/192.png', 'pictures/of us.webp', 'read/index.html']
    const left = ['404.html', 'cover/index.html', 'cards/cover.jpg', 'downloads/some.pdf', 'film.mp4', '_headers', 'robots.txt', '.lectern.json', 'sw.js']
    const worker = await workerOf(Object.fromEntries([...kept, ...left].map(name => [name, name])))
    const urls = [...worker.matchAll(/"url":"\/([^"]*)"/g)].map(([, name]) => name)
    expect(urls).toEqual([...kept, 'index.html'].sort())
  })

  it('leaves the environment as it was, for what this process starts', async () => {
    const { NODE_ENV } = process.env
    delete process.env.NODE_ENV
    await workerOf({})
    expect(process.env.NODE_ENV).toBeUndefined()
    process.env.NODE_ENV = NODE_ENV
  })

  it('knows a change of a picture of the deck’s own in a folder of that name', async () => {
    await mkdir(join(dist, 'public/assets'), { recursive: true })
    await writeFile(join(dist, 'public/assets/photo.jpg'), 'photo')
    expect(await workerOf({ 'assets/photo.jpg': 'photo' })).toContain(`{"url":"/assets/photo.jpg","revision":"${md5('photo')}"}`)
  })

  it('knows a change by the content, or by the name where that tells it', async () => {
    const worker = await workerOf({ 'read/index.html': 'words', 'assets/a.js': 'code' })
    expect(worker).toContain(`{"url":"/read/index.html","revision":"${md5('words')}"}`)
    expect(worker).toContain('{"url":"/assets/a.js","revision":null}')
  })
})

describe('revisedWorker', () => {
  it('gives a page that has changed its new revision, and leaves all else', async () => {
    const worker = await workerOf({ 'slide.html': 'before', 'read/index.html': 'read' })
    expect(worker).toContain(md5('before'))
    expect(revisedWorker(worker, new Map([['/slide.html', 'after']]))).toBe(worker.replace(md5('before'), md5('after')))
  })

  it('refuses a worker that it does not know', () => {
    expect(() => revisedWorker('throw new Error("broken")', new Map())).toThrow(/another version/)
  })
})
