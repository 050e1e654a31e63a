import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { headersFile, readHeaders } from '../../../site/headers'

async function headersIn(file: string): Promise<ReturnType<typeof readHeaders>> {
  const dist = await mkdtemp(join(tmpdir(), 'headers-'))
  await writeFile(join(dist, '_headers'), file)
  const headers = readHeaders(dist)
  await rm(dist, { recursive: true })
  return headers
}

describe('headersFile', () => {
  it('lets scripts of the site run, those named, and no text made into code', async () => {
    const script = 'document.title = "é"'
    const headers = new Map((await headersIn(headersFile('/', [script], true)))('/'))
    const policy = headers.get('Content-Security-Policy')!
    const allowed = /script-src ([^;]*)/.exec(policy)![1]
    expect(allowed).toBe(`'self' 'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`)
    expect(policy).not.toContain('unsafe-eval')
  })

  it('is for the paths of the site', async () => {
    const headersFor = await headersIn(headersFile('/talk/', [], true))
    const cache = (path: string): string | undefined => new Map(headersFor(path)).get('Cache-Control')
    expect(headersFor('/elsewhere')).toEqual([])
    expect(cache('/talk/safety/')).toBeUndefined()
    expect(cache('/talk/assets/index.js')).toContain('immutable')
    expect(cache('/talk/sw.js')).toBe('no-cache')
    expect(cache('/talk/sw.js/more')).toBeUndefined()
  })
})

describe('readHeaders', () => {
  it('has none where there is no file', () => {
    expect(readHeaders(join(tmpdir(), 'no-such-folder'))('/')).toEqual([])
  })
})
