import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from 'slidev-addon-lectern/node'
import { alternate, type Experiment, type Sampler } from './experiment'
import { crateVersion, moduleVersion } from './packages'
import { goFolder, mustRun, rustFolder } from './tools'

const qualities = [5, 9]
const goModule = 'github.com/andybalholm/brotli'

/** What has to be written and kept between both languages: Rust’s side, the C header, Go’s side. */
const glue = [
  join(rustFolder, 'brotli/src/border.rs'),
  join(rustFolder, 'brotli/include/border.h'),
  join(goFolder, 'rustbrotli/rustbrotli.go'),
]

/** One library in three ways: how fast it is, and what the border between two languages costs. */
export const brotli: Experiment = async (bench) => {
  const { say, scratch, small } = bench
  say('building')
  const { goBinary, rustBinary } = await buildBrotli(scratch)
  const file = join(scratch, 'input')
  const text = await sourceText()
  await writeFile(file, text)

  const millis = small ? '1' : '700'
  const sizes: Record<string, number[]> = {}
  const speeds = (way: string, sizeName: string, binary: string, args: readonly string[] = []): Sampler => async () => {
    const found: Record<string, number> = {}
    for (const quality of qualities) {
      const [compress = NaN, decompress = NaN, bytes = NaN] = (await mustRun(scratch, binary, [...args, file, String(quality), millis]))
        .trim().split(' ').map(Number)
      found[`${way}-compress-${quality}`] = rounded(compress)
      // The last quality has the last word: one speed of decompressing is enough.
      found[`${way}-decompress`] = rounded(decompress)
      sizes[`${sizeName}-size-${quality}`] = [rounded(bytes / text.length * 100)]
    }
    return found
  }
  const samples = await alternate(bench, {
    'pure Go': speeds('go', 'go', goBinary, ['go']),
    'Rust, called from Go': speeds('cgo', 'rust', goBinary, ['rust']),
    'Rust alone': speeds('rust', 'rust', rustBinary),
    'empty calls': async () => {
      const [go = NaN, cgo = NaN] = (await mustRun(scratch, goBinary, ['calls'])).trim().split(' ').map(Number)
      return { 'go-call': rounded(go), 'cgo-call': rounded(cgo) }
    },
  })
  return {
    samples: { ...samples, ...sizes, 'glue-lines': [await linesOf(glue)] },
    words: {},
    versions: { [goModule]: await moduleVersion(goModule), 'crate brotli': await crateVersion('brotli') },
  }
}

/** Builds the library in Rust, and the program in Go with it inside. */
async function buildBrotli(scratch: string): Promise<{ goBinary: string, rustBinary: string }> {
  const target = join(scratch, 'target')
  await mustRun(rustFolder, 'cargo', ['build', '--release', '--quiet', '--locked', '--package', 'brotli-border', '--target-dir', target])
  const goBinary = join(scratch, 'go-brotli')
  // Go’s build cache does not look into the library, but it does at this path, which is a new one each time.
  await mustRun(goFolder, 'go', ['build', '-o', goBinary, './brotli'], { CGO_LDFLAGS: `-L${join(target, 'release')}` })
  return { goBinary, rustBinary: join(target, 'release/brotli') }
}

/** Text that everybody has who can run this: the source of net/http as it came with Go, without its tests. */
async function sourceText(): Promise<Buffer> {
  const folder = join((await mustRun(goFolder, 'go', ['env', 'GOROOT'])).trim(), 'src/net/http')
  const files = (await readdir(folder)).filter(name => name.endsWith('.go') && !name.endsWith('_test.go')).sort()
  if (files.length === 0)
    throw new UserError(`${folder} should hold the source of Go’s net/http`)
  return Buffer.concat(await Promise.all(files.map(name => readFile(join(folder, name)))))
}

/** Lines that say something: no blank ones, and no comments but those that cgo reads. */
async function linesOf(files: readonly string[]): Promise<number> {
  const texts = await Promise.all(files.map(name => readFile(name, 'utf8')))
  return texts.flatMap(text => text.split('\n'))
    .filter(line => line.trim() !== '' && (!/^\s*\/\//.test(line) || /^\/\/ #/.test(line))).length
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
