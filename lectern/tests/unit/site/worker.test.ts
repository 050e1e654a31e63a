import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { writeWorker } from '../../../site/worker'

const deck = { slides: [], config: { pages: {} } } as unknown as Parameters<typeof writeWorker>[1]
const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

it('gives a page that is about to change the revision that it will have, and the others that which they have', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'worker-'))
  for (const [name, content] of [['index.html', 'index'], ['slide.html', 'before'], ['read/index.html', 'read'], ['icons/a.png', ''], ['assets/a.js', '']] as const) {
    await mkdir(dirname(join(dist, name)), { recursive: true })
    await writeFile(join(dist, name), content)
  }
  await writeWorker(dist, deck)
  const former = await readFile(join(dist, 'sw.js'), 'utf8')
  const file = join(dist, 'new.js')
  await writeWorker(dist, deck, { file, changing: new Map([['/slide.html', 'after']]) })
  expect(former).toContain(md5('before'))
  expect(await readFile(file, 'utf8')).toBe(former.replace(md5('before'), md5('after')))
  await rm(dist, { recursive: true })
})
