import { build, type Rolldown } from 'vite'
import { describe, expect, test } from 'vitest'
import { notesPlugin } from '../../narration/notes-plugin'
import { root } from '../../cli/run'

/** What Slidev writes of a slide, as far as the plugin reads it. */
const slide = (base: object): string => [
  'export const meta = {',
  '  slide: {',
  `    ...(${JSON.stringify(base)}),`,
  '    id: 0,',
  '  },',
  '}',
].join('\n')

/** Builds a deck of slides, and gives its files by their names without what follows from their content. */
async function buildDeck(...slides: string[]): Promise<Map<string, Rolldown.OutputChunk>> {
  const modules = new Map(slides.map((code, i) => [`/slides.md__slidev_${i + 1}.frontmatter`, code]))
  modules.set('/deck', [
    'export { loadNotes } from \'/lectern/narration/notesOnRequest.ts\'',
    ...[...modules.keys()].map((id, i) => `export { meta as slide${i + 1} } from '${id}'`),
  ].join('\n'))
  const deck = {
    name: 'deck',
    resolveId: (id: string) => modules.has(id) ? id : undefined,
    load: (id: string) => modules.get(id),
  }
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    define: { 'import.meta.env.DEV': 'false' },
    plugins: [deck, notesPlugin()],
    build: { write: false, rolldownOptions: { input: { deck: '/deck' }, preserveEntrySignatures: 'strict' } },
  }) as Rolldown.RolldownOutput
  return new Map(output.filter(file => file.type === 'chunk').map(file => [file.name, file]))
}

const NOTES = 'notes'
const FIRST = slide({ title: 'One', noteHTML: '<p>Said “first”, with ` and ${1}.</p>' })

describe('what is said', () => {
  test('stands in a file of its own, in the order of the slides', async () => {
    const files = await buildDeck(FIRST, slide({ title: 'Two', noteHTML: '' }), slide({ title: 'Three', noteHTML: '<p>Said third.</p>' }))
    expect(files.get('deck')!.code).toContain('Three')
    expect(files.get('deck')!.code).not.toContain('Said')
    expect(files.get('deck')!.imports).not.toContain(files.get(NOTES)!.fileName)
    const { default: notes } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(files.get(NOTES)!.code)}`) as { default: string[] }
    expect(notes).toEqual(['<p>Said “first”, with ` and ${1}.</p>', '', '<p>Said third.</p>'])
  })

  test('gives its file another name where it changes, so that no browser keeps the old words', async () => {
    const [one, same, other] = await Promise.all([FIRST, FIRST, FIRST.replace('first', 'anew')].map(async code => (await buildDeck(code)).get(NOTES)!.fileName))
    expect(same).toBe(one)
    expect(other).not.toBe(one)
  })

  test('stops the build where Slidev writes it otherwise', async () => {
    await expect(buildDeck(FIRST.replace('...(', '...Object('))).rejects.toThrow('Slidev writes slides otherwise than it did: see narration/notes-plugin.ts')
    await expect(buildDeck(FIRST.replace('noteHTML', 'notes'))).rejects.toThrow('Slidev no longer writes notes as HTML: see narration/notes-plugin.ts')
  })
})
