import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { publish, stageFiles } from '../../files/staging'
import { assertWholeSite, basePath, serveDist } from '../../site/serve'

const page = (base: string): string => `<head><script type="module" src="${base}assets/index-1.js"></script></head>`

describe('basePath', () => {
  it.each(['/', '/x/', '/talks/deck/'])('finds %s', (base) => {
    expect(basePath(page(base))).toBe(base)
  })

  it('takes the root where a page tells nothing', () => {
    expect(basePath('<p>Hello')).toBe('/')
  })
})

describe('serveDist', () => {
  let dist: string
  beforeEach(async () => {
    dist = await mkdtemp(join(tmpdir(), 'dist-'))
    await mkdir(join(dist, 'assets'))
    await writeFile(join(dist, 'assets/index-1.js'), 'hello')
  })
  afterEach(() => rm(dist, { recursive: true }))

  it.each(['/', '/talks/deck/'])('serves a site built for %s where it was built for', async (base) => {
    await writeFile(join(dist, 'index.html'), page(base))
    const site = await serveDist(0, dist)
    try {
      expect(new URL(`${site.url}/`).pathname).toBe(base)
      expect(await (await fetch(`${site.url}/assets/index-1.js`)).text()).toBe('hello')
      expect(await (await fetch(`${site.url}/some-slide`)).text()).toBe(page(base))
      expect((await fetch(new URL('/', site.url))).url).toBe(`${site.url}/`)
    }
    finally {
      site.close()
    }
  })

  it.each(['/', '/talks/deck/'])('sends an address with two slashes on to the one with one, where a site is at %s', async (base) => {
    await writeFile(join(dist, 'index.html'), page(base))
    const site = await serveDist(0, dist)
    const { origin } = new URL(site.url)
    const sentTo = async (address: string): Promise<string | null> => (await fetch(`${origin}${address}`, { redirect: 'manual' })).headers.get('location')
    try {
      expect(await sentTo(`/${base}quotes/?from=//mail`)).toBe(`${base}quotes/?from=//mail`)
      expect(await sentTo(`${base}quotes///late`)).toBe(`${base}quotes/late`)
      expect(await sentTo('///')).toBe('/')
      expect(await sentTo(`${base}quotes?from=//mail`)).toBeNull()
    }
    finally {
      site.close()
    }
  })

  it('says what to do where nothing was built', async () => {
    await expect(serveDist(0, dist)).rejects.toThrow('run `npm run build` first')
  })

  // A socket is there and cannot be opened, as a file that goes just then.
  it.skipIf(process.platform === 'win32')('answers 404 for what is found and then cannot be opened, and lets nobody keep that', async () => {
    await writeFile(join(dist, 'index.html'), page('/'))
    await writeFile(join(dist, '_headers'), '/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n')
    const socket = createServer().listen(join(dist, 'assets/gone.js'))
    await once(socket, 'listening')
    const site = await serveDist(0, dist)
    try {
      const there = await fetch(`${site.url}/assets/index-1.js`)
      expect([there.status, there.headers.get('cache-control'), await there.text()]).toEqual([200, 'public, max-age=31536000, immutable', 'hello'])
      const gone = await fetch(`${site.url}/assets/gone.js`)
      expect([gone.status, gone.headers.get('cache-control'), await gone.text()]).toEqual([404, null, ''])
      const part = await fetch(`${site.url}/assets/index-1.js`, { headers: { range: 'bytes=1-2' } })
      expect([part.status, await part.text()]).toEqual([206, 'el'])
      const again = await fetch(`${site.url}/assets/index-1.js`, { headers: { 'if-none-match': there.headers.get('etag')! } })
      expect(again.status).toBe(304)
    }
    finally {
      site.close()
      socket.close()
    }
  })

  it('answers with a whole file, the old or the new one, or with 404, while builds replace the site', async () => {
    const build = async (no: number): Promise<void> => {
      const staging = await stageFiles(dist)
      await staging.write('page.html', `${no}`.repeat(1000 * no))
      await staging.write(`assets/${no}.js`, `${no}`.repeat(1000))
      await publish([{ staging, replaces: () => true }])
    }
    await writeFile(join(dist, 'index.html'), page('/'))
    await build(1)
    const site = await serveDist(0, dist)
    const seen = new Set<string>()
    try {
      let isBuilding = true
      const asking = Array.from({ length: 8 }, async (_, index) => {
        while (isBuilding) {
          const response = await fetch(`${site.url}/${index % 2 ? 'page.html' : 'assets/1.js'}`)
          const text = await response.text()
          seen.add(index % 2 ? `page ${response.status} ${text.length / 1000}` : `asset ${response.status} ${text.length / 1000}`)
        }
      })
      for (let no = 2; no < 9; no += 1)
        await build(no)
      isBuilding = false
      await Promise.all(asking)
      expect([...seen].filter(answer => !/^(page 200 [1-8]|asset 200 1|asset 404 0)$/.test(answer))).toEqual([])
      expect(seen).toContain('asset 404 0')
      expect([...seen].filter(answer => answer.startsWith('page')).length).toBeGreaterThan(1)
    }
    finally {
      site.close()
    }
  })
})

describe('assertWholeSite', () => {
  let dist: string
  beforeEach(async () => {
    dist = await mkdtemp(join(tmpdir(), 'dist-'))
  })
  afterEach(() => rm(dist, { recursive: true }))

  it('takes a site whose build came to its end, and no other', async () => {
    expect(() => assertWholeSite(dist)).toThrow('there is no built site')
    await writeFile(join(dist, 'index.html'), page('/'))
    expect(() => assertWholeSite(dist)).toThrow('is not known to be whole; delete the folder and run `npm run build`')
    await rm(join(dist, 'index.html'))
    const staging = await stageFiles(dist)
    await staging.write('index.html', page('/'))
    await staging.write('read/index.html', page('/'))
    await publish([{ staging }])
    expect(() => assertWholeSite(dist)).not.toThrow()
    await rm(join(dist, 'read/index.html'))
    expect(() => assertWholeSite(dist)).toThrow('is not whole: read/index.html is missing; run `npm run build` again')
  })
})
