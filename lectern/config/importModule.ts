import { runnerImport } from 'vite'
import { keepNodeEnv } from './nodeEnv.ts'

/**
 * Imports a TypeScript module of the deck in Node, whatever runs this process.
 * @returns the module, and the files of the deck that it is made of
 */
export function importModule<T>(path: string): Promise<{ module: T, dependencies: string[] }> {
  return keepNodeEnv(() => runnerImport<T>(path))
}
