import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build, type Rolldown } from 'vite'
import { root } from '../cli/run'
import { configPlugin } from '../config/plugin'
import { searchPlugin } from '../search/search-plugin'

/**
 * Bundles what the drawn pages do once JavaScript runs. It is a build of its own, so that it shares nothing with the
 * slides' client: a page to read must not load that.
 * @returns address of the entry on the site
 */
export async function bundleReader(dist: string, base: string): Promise<string> {
  const output = await build({
    root,
    base,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [vue(), configPlugin(), searchPlugin()],
    build: {
      outDir: dist,
      emptyOutDir: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('../reader/client/entry.ts', import.meta.url)),
        output: { entryFileNames: 'assets/reader/[name]-[hash].js', chunkFileNames: 'assets/reader/[name]-[hash].js', assetFileNames: 'assets/reader/[name]-[hash][extname]' },
      },
    },
  }) as Rolldown.RolldownOutput
  const entry = output.output.find(file => file.type === 'chunk' && file.isEntry)!
  return base + entry.fileName
}
