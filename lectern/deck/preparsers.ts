import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { injectPreparserExtensionLoader } from '@slidev/parser/fs'
import type { PreparserSetup } from '@slidev/types'
import { importModule } from '../config/importModule'

/**
 * Has decks read with what their `setup/preparser.ts` does to slides, as Slidev's own program reads them. Programs call it
 * once at their start; inside Slidev it is done already.
 */
export function usePreparsers(): void {
  injectPreparserExtensionLoader(async (roots, headmatter, filepath, mode) => {
    const files = roots.map(root => join(root, 'setup/preparser.ts')).filter(existsSync)
    const extensions = await Promise.all(files.map(async (file) => {
      const { module } = await importModule<{ default: PreparserSetup }>(file)
      return await module.default({ filepath, headmatter, ...mode !== undefined && { mode } })
    }))
    return extensions.flat()
  })
}
