import { inspect } from 'node:util'
import type { Plugin } from 'vite'
import { assertAddresses } from '../deck/deck.ts'

/** Stops a build, or the start of the dev server, where two slides want the same address. */
export function addressesPlugin(): Plugin {
  return {
    name: 'deck-addresses',
    async configResolved({ root }) {
      try {
        await assertAddresses(root)
      }
      catch (error) {
        // Printed without a stack: the message names the place in the deck, this file is not to blame.
        const { message } = error as Error
        throw Object.assign(new Error(message), { [inspect.custom]: () => message })
      }
    },
  }
}
