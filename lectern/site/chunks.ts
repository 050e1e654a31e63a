import type { Plugin } from 'vite'

type GetModule = (id: string) => { importedIds: readonly string[] } | null

/** Modules that one needs at once, itself included. */
export function reachable(entry: string, getModule: GetModule): Set<string> {
  const found = new Set([entry])
  for (const id of found)
    getModule(id)?.importedIds.forEach(imported => found.add(imported))
  return found
}

/**
 * Puts what the app starts with into one file, and what every slide needs into a second one, instead of thirty that are
 * asked for in turns. Slidev’s own rules, which this replaces, also put Vue into the file of its icons.
 */
export function chunksPlugin(): Plugin {
  let stage: string | undefined
  let onStage: Set<string> | undefined
  return {
    name: 'lectern:chunks',
    apply: 'build',
    async buildStart() {
      onStage = undefined
      stage = (await this.resolve('@slidev/client/pages/play.vue'))?.id
    },
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'app', tags: ['$initial'], priority: 2 },
                {
                  debugName: 'stage',
                  name: (id, context) => stage !== undefined && (onStage ??= reachable(stage, of => context.getModuleInfo(of))).has(id) ? 'stage' : null,
                  priority: 1,
                },
              ],
            },
          },
        },
      },
    }),
  }
}
