import type { Plugin } from 'vite'

const NAME = 'virtual:deck-notes'
const ID = `\0${NAME}`
const PLACE = '__DECK_NOTES__'

/** What Slidev writes of a slide beside its frontmatter, on a line of its own. */
const BASE = /^ {4}\.\.\.\((\{.*\})\),$/m

/**
 * Takes what is said out of the built deck's first script into a file of its own, which is loaded when a note is first
 * shown: it was a third of that script. Slidev writes the notes of all slides into it, as HTML.
 */
export function notesPlugin(): Plugin {
  const notes: string[] = []
  return {
    name: 'deck:notes',
    apply: 'build',

    resolveId: source => source === NAME ? ID : undefined,

    load: id => id === ID ? `export default "${PLACE}"` : undefined,

    transform(code, id) {
      const no = Number(/__slidev_(\d+)\.frontmatter$/.exec(id)?.[1])
      if (!no)
        return
      const [line, json] = BASE.exec(code) ?? this.error('Slidev writes slides otherwise than it did: see notesPlugin in scripts/notes-plugin.ts')
      const { frontmatterRaw: _, noteHTML, ...base } = JSON.parse(json!) as Record<string, unknown>
      notes[no - 1] = String(noteHTML ?? '')
      return {
        code: `import { noteOf } from '/components/shell/notesOnRequest.ts'\n${code.replace(line, () =>
          `    ...(${JSON.stringify(base)}),\n    get noteHTML() { return noteOf(${no}) },`)}`,
        map: { mappings: '' },
      }
    },

    // Only now have all slides been read.
    renderChunk(code) {
      const quoted = new RegExp(`["'\`]${PLACE}["'\`]`)
      return quoted.test(code) ? { code: code.replace(quoted, () => JSON.stringify(notes)), map: null } : null
    },
  }
}
