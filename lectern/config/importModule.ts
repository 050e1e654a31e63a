import { runnerImport } from 'vite'

/**
 * Imports a TypeScript module of the deck in Node, whatever runs this process. Vite takes the time it does so for
 * development, and tells the whole process and what it starts: a build after it would be one for development.
 * @returns the module, and the files of the deck that it is made of
 */
export async function importModule<T>(path: string): Promise<{ module: T, dependencies: string[] }> {
  const { NODE_ENV } = process.env
  try {
    return await runnerImport<T>(path)
  }
  finally {
    if (NODE_ENV === undefined)
      delete process.env.NODE_ENV
    else
      process.env.NODE_ENV = NODE_ENV
  }
}
