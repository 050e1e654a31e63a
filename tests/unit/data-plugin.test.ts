import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import vue from '@vitejs/plugin-vue'
import { createServer, resolveConfig, type HotPayload, type InlineConfig, type ViteDevServer } from 'vite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deckDataPlugin } from '../../scripts/data-plugin'
import { configPlugin } from '../../lectern/config/plugin'
import { searchPlugin } from '../../lectern/search/search-plugin'

const mistake = 'data/quotes.ts · sam-rose · highlight[0]: expected a verbatim part of text'

let root: string
let server: ViteDevServer | undefined

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'deck-data-')))
  cpSync(new URL('../../data', import.meta.url), join(root, 'data'), { recursive: true })
  cpSync(new URL('../../lab/results.json', import.meta.url), join(root, 'lab/results.json'))
})

afterEach(async () => {
  await server?.close()
  server = undefined
  rmSync(root, { recursive: true })
})

function config(): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [deckDataPlugin()],
    // Edits are announced by the test, so that none is missed while a watcher starts up.
    server: { middlewareMode: true, ws: false, watch: { ignored: '**' } },
    optimizeDeps: { noDiscovery: true },
  }
}

function edit(file: string, from: string, to: string): void {
  const path = join(root, 'data', file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
  server?.watcher.emit('change', path)
}

const spoil = () => edit('quotes.ts', `highlight: ['I knew it`, `highlight: ['I guessed it`)
const mend = () => edit('quotes.ts', `highlight: ['I guessed it`, `highlight: ['I knew it`)

describe('wrong data from the start', () => {
  it.each(['serve', 'build'] as const)('stops vite %s with the mistake alone', async (command) => {
    spoil()
    const error = await resolveConfig(config(), command).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).message).toMatch(mistake)
    expect(inspect(error)).toBe((error as Error).message)
  })
})

describe('edits while the server runs', () => {
  it('shows a mistake, holds the edit back, and lets it go once mended', async () => {
    server = await createServer(config())
    const { client } = server.environments
    const sent: HotPayload[] = []
    client.hot.send = (payload: HotPayload | string) => {
      if (typeof payload !== 'string')
        sent.push(payload)
    }
    const types = () => sent.map(({ type }) => type)
    await Promise.all(['quotes', 'topics'].map(name => client.transformRequest(`/data/${name}.ts`)))

    edit('topics.ts', 'Both rule out', 'Both keep out')
    await vi.waitFor(() => expect(types()).toEqual(['full-reload']), 5000)

    spoil()
    await vi.waitFor(() => expect(types()).toEqual(['full-reload', 'error']), 5000)
    expect(sent.at(-1)).toMatchObject({ err: { message: expect.stringContaining(mistake) as string } })
    await expect(client.transformRequest('/data/quotes.ts')).rejects.toThrow(mistake)

    mend()
    await vi.waitFor(() => expect(types()).toEqual(['full-reload', 'error', 'full-reload']), 5000)
    await expect(client.transformRequest('/data/quotes.ts')).resolves.toBeTruthy()
  })
})

describe('a value of another type', () => {
  it('is told with the file that was edited, where it fails without a place', async () => {
    server = await createServer(config())
    const { client } = server.environments
    const sent: HotPayload[] = []
    client.hot.send = (payload: HotPayload | string) => typeof payload !== 'string' && sent.push(payload)
    const text = readFileSync(join(root, 'data/surveys.ts'), 'utf8')
    const [value] = /value: [\d.]+/.exec(text)!
    edit('surveys.ts', value, `value: 'many'`)
    await vi.waitFor(() => expect(sent).toMatchObject([{ err: { message: expect.stringMatching(/^data\/surveys\.ts: .+/) as string } }]), 5000)
  })
})

describe('edits of good data', () => {
  it('reach the components that show it, without a reload', async () => {
    const project = fileURLToPath(new URL('../..', import.meta.url))
    server = await createServer({
      ...config(),
      root: project,
      plugins: [vue(), configPlugin(), searchPlugin()],
      server: { ...config().server, preTransformRequests: false },
    })
    const { client } = server.environments
    const sent: HotPayload[] = []
    client.hot.send = (payload: HotPayload | string) => {
      if (typeof payload !== 'string')
        sent.push(payload)
    }
    const sources = (folder: string) => readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(?:vue|ts)$/.test(file))
      .map(file => `/${folder}/${file.replaceAll('\\', '/')}`)
    const shown = ['components', 'layouts', 'pages', 'setup', 'data'].flatMap(sources)
      // No browser loads these.
      .filter(file => !file.startsWith('/data/validate') && !['/data/spoken.ts', '/setup/preparser.ts'].includes(file))
    await Promise.all(shown.map(file => client.transformRequest(file)))
    const updates = () => sent.map(({ type }) => type).filter(type => type !== 'custom')

    for (const file of ['quotes', 'surveys', 'evidence', 'comparison', 'tables', 'topics', 'since', 'world', 'sources']) {
      sent.length = 0
      server.watcher.emit('change', join(project, 'data', `${file}.ts`))
      await vi.waitFor(() => expect(updates(), file).not.toEqual([]), 5000)
      expect(updates(), file).toEqual(['update'])
    }
  }, 30_000)
})
