import setup from '@slidev/client/setup/main.ts'
import type { App } from 'vue'

// All parts of Slidev’s client share one file of types, in which what has no name is a component.
const setupMain = setup as unknown as (app: App) => Promise<void>

/** Sets the app up after its code was read, and not at once: in between a slow phone can answer a touch. */
export default async function setupInTurn(app: App): Promise<void> {
  await new Promise(resolve => setTimeout(resolve))
  await setupMain(app)
}
