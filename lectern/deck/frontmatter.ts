import { relative, sep } from 'node:path'
import type { SlideInfo, SlidevMarkdown } from '@slidev/types'
import { UserError } from '../cli/run.ts'

/** What the reader of YAML finds: where, in lines from 1 after the dashes, and in words with the line below. */
interface Mistake extends Error {
  linePos?: [{ line: number }, ...unknown[]]
}

/**
 * Reads a deck. Slidev goes on with what it could make of wrong frontmatter, and for that of the first slide names no file;
 * slides that it could not import are missing without a word.
 * @throws UserError with file and line, where frontmatter is no YAML, or imports what is not there
 */
export async function withFrontmatter<T extends { slides: readonly SlideInfo[], markdownFiles: Record<string, SlidevMarkdown> }>(folder: string, load: () => Promise<T>): Promise<T> {
  const say = (file: string, dashes: number, { linePos, message }: Mistake): never => {
    const [words] = message.split(/ at line \d+|\n/)
    throw new UserError(`${relative(folder, file)}:${dashes + (linePos?.[0].line ?? 1)}, frontmatter: ${words}`)
  }
  const deck = await load().catch((error: Mistake) => error.name === 'YAMLParseError' ? say(`${folder}/slides.md`, 1, error) : Promise.reject(error))
  for (const { source } of deck.slides) {
    const [mistake] = source.frontmatterDoc?.errors ?? []
    if (mistake)
      say(source.filepath, source.start + 1, mistake)
  }
  for (const [file, { errors = [] }] of Object.entries(deck.markdownFiles)) {
    for (const { message, row } of errors)
      throw new UserError(`${relative(folder, file)}:${row + 1}, src: ${message.replaceAll(`${folder}${sep}`, '')}`)
  }
  return deck
}
