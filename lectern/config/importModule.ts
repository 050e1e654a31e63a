import { pathToFileURL } from 'node:url'
import { keepNodeEnv } from './nodeEnv.ts'

interface Imported<T> {
  module: T
  /** Files of the deck that the module is made of; none where Node itself read it. */
  dependencies: string[]
}

/** Whether Node reads TypeScript in this process, and nobody asks what a module is made of. */
let isNodeEnough = false

/** Lets modules of the deck be read without Vite, which takes half a second to load. Programs that end soon call it at their start. */
export function importByNode(): void {
  isNodeEnough = true
}

/** Imports a TypeScript module of the deck in Node, whatever runs this process. */
export async function importModule<T>(path: string): Promise<Imported<T>> {
  try {
    if (isNodeEnough)
      return { module: await import(pathToFileURL(path).href) as T, dependencies: [] }
  }
  catch {
    // Vite may know more, such as `?raw`; if not, it says what is wrong.
  }
  const { runnerImport } = await import('vite')
  return keepNodeEnv(() => runnerImport<T>(path))
}
