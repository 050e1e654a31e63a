import { fileURLToPath } from 'node:url'
import { normalizePath, type Plugin } from 'vite'
import { readSlideModule, slideOfModule, writeSlideModule } from '../deck/slide-module.ts'

const NAME = 'virtual:lectern/notes'
const ID = `\0${NAME}`
const SOURCE = normalizePath(fileURLToPath(new URL('notesOnRequest.ts', import.meta.url)))
/** Stands for the notes until all slides have been read. */
const PLACE = '__LECTERN_NOTES__'

/**
 * Takes the notes of all slides out of the first script of the built deck: Slidev writes them there as HTML, nearly a
 * third of that script, and a slide shows none of them. They become the module `virtual:lectern/notes`, which
 * `notesOnRequest.ts` loads and where `noteHTML` of a slide finds them. In development that module is
 * empty, and the slides are as Slidev has them.
 */
export function notesPlugin(): Plugin {
  let isBuild = false
  const notes: string[] = []

  return {
    name: 'lectern:notes',

    configResolved({ command }) {
      isBuild = command === 'build'
    },

    // In development too: Vite looks for every module that is named, even where it is never asked for.
    resolveId: source => source === NAME ? ID : undefined,

    load: id => id === ID ? `export default ${isBuild ? `"${PLACE}"` : '[]'}` : undefined,

    transform(code, id) {
      const no = slideOfModule(id)
      if (!isBuild || !no)
        return
      // Its frontmatter as text is for Slidev’s editor, which the built deck does not have.
      const { frontmatterRaw: _, noteHTML, ...base } = readSlideModule(code)
        ?? this.error('Slidev writes slides otherwise than it did: see narration/notes-plugin.ts of slidev-addon-lectern')
      if (typeof noteHTML !== 'string')
        this.error('Slidev no longer writes notes as HTML: see narration/notes-plugin.ts of slidev-addon-lectern')
      notes[no - 1] = noteHTML
      return {
        code: `import { noteOf } from ${JSON.stringify(SOURCE)}\n${writeSlideModule(code, base, `\n    get noteHTML() { return noteOf(${no}) },`)}`,
        map: { mappings: '' },
      }
    },

    // Only now have all slides been read. The name of the file, which is kept for a year, still follows from the notes.
    renderChunk(code) {
      const quoted = new RegExp(`["'\`]${PLACE}["'\`]`)
      return quoted.test(code) ? { code: code.replace(quoted, () => JSON.stringify(notes)), map: null } : null
    },
  }
}
