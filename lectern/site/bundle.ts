import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build, type Rolldown } from 'vite'
import { root } from '../cli/run'
import { keepNodeEnv } from '../config/nodeEnv'
import { configPlugin } from '../config/plugin'
import { searchPlugin } from '../search/search-plugin'

/** What the drawn pages do, ready to be written. */
interface ReaderBundle {
  /**
   * @param dist folder of the site
   * @returns address of the entry on the site
   */
  write: (dist: string) => Promise<string>
}

/**
 * Bundles what the drawn pages do once JavaScript runs. It is a build of its own, so that it shares nothing with the
 * slides' client: a page to read must not load that.
 */
export async function bundleReader(base: string): Promise<ReaderBundle> {
  const output = await keepNodeEnv(() => build({
    root,
    base,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [vue(), configPlugin(), searchPlugin()],
    build: {
      // The build of the slides, which goes on at the same time, begins by emptying the folder.
      write: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('../reader/client/entry.ts', import.meta.url)),
        output: { entryFileNames: 'assets/reader/[name]-[hash].js', chunkFileNames: 'assets/reader/[name]-[hash].js', assetFileNames: 'assets/reader/[name]-[hash][extname]' },
      },
    },
  })) as Rolldown.RolldownOutput
  return {
    async write(dist) {
      for (const file of output.output) {
        const path = join(dist, file.fileName)
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, file.type === 'chunk' ? file.code : file.source)
      }
      return base + output.output[0].fileName
    },
  }
}
