import { inspect } from 'node:util'
import { normalizePath, type Plugin } from 'vite'
import { CONFIG_FILE } from '../config/load.ts'
import { assertAddresses } from '../deck/deck.ts'

/**
 * Stops a build, or the start of the dev server, where two slides want the same address or the deck has another mistake
 * that can be told from its source. An edit that makes one shows in the error overlay and is held back, so that the
 * windows keep their slide.
 */
export function addressesPlugin(): Plugin {
  let root = ''
  let isMistaken = false

  return {
    name: 'deck-addresses',

    async configResolved(config) {
      root = normalizePath(config.root)
      try {
        await assertAddresses(root)
      }
      catch (error) {
        // Printed without a stack: the message names the place in the deck, this file is not to blame.
        const { message } = error as Error
        throw Object.assign(new Error(message), { [inspect.custom]: () => message })
      }
    },

    hotUpdate: {
      // Before Slidev takes the edit: what is thrown here keeps it from that.
      order: 'pre',
      async handler({ file }) {
        if (this.environment.name !== 'client' || !(file.endsWith('.md') || file === `${root}/${CONFIG_FILE}`))
          return
        try {
          await assertAddresses(root)
        }
        catch (error) {
          isMistaken = true
          const { message } = error as Error
          this.environment.logger.error(message)
          throw Object.assign(new Error(message), { stack: '', plugin: 'lectern' })
        }
        // What is mended may be what it was: then nothing else takes the overlay away.
        if (isMistaken)
          this.environment.hot.send({ type: 'update', updates: [] })
        isMistaken = false
      },
    },
  }
}
