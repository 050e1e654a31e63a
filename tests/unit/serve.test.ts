import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { basePath, serveDist } from '../../scripts/serve'

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

  it('says what to do where nothing was built', async () => {
    await expect(serveDist(0, dist)).rejects.toThrow('run `npm run build` first')
  })
})
