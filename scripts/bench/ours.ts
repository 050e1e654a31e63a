import { join } from 'node:path'
import { exportKinds, plainName, reasonIn, root, run, UserError } from 'slidev-addon-lectern/node'
import { secondsOf } from './files'
import type { Figures } from './measures'
import type { Tool } from './tool'

/**
 * This deck, by the commands that anybody would type.
 * @param folder for what it exports
 */
export function ours(folder: string): Tool {
  const exportTo = (kinds: readonly string[]): Promise<string> => lectern(['export', ...kinds, '--no-build', '--output', folder])
  return {
    name: 'this deck',
    dist: join(root, 'dist'),
    build: async () => void await lectern(['build']),
    print: async () => {
      await exportTo(['slides'])
      return join(folder, plainName('slides', 'better-together'))
    },
    exportAll: async () => {
      let output = ''
      const exports = await secondsOf(async () => output = await exportTo(exportKinds))
      return Object.assign({ exports } as Figures, ...exportKinds.map(kind =>
        ({ [`export ${kind}`]: secondsIn(output, join(folder, plainName(kind, 'better-together'))) }))) as Figures
    },
    // To the next slide, whatever steps this one has.
    nextKey: 'ArrowDown',
    slides: '[data-slidev-no]',
    pages: ['/', '/read/', '/quotes/'],
  }
}

async function lectern(args: readonly string[]): Promise<string> {
  const { code, output } = await run(process.execPath, [join(root, 'lectern/bin/lectern.mjs'), ...args])
  if (code !== 0)
    throw new UserError(reasonIn(output))
  return output
}

/** Reads `deck.pdf: 52 pages, 420 kB, 4.1 s`. */
function secondsIn(output: string, file: string): number {
  return Number(output.split('\n').find(line => line.startsWith(`${file}:`))?.match(/([\d.]+) s$/)?.[1])
}
