import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { slug } from '../../config/config'
import { loadConfig } from '../../config/load'

async function refusal(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deck-'))
  await mkdir(join(folder, 'setup'))
  await mkdir(join(folder, 'pages'))
  await writeFile(join(folder, 'pages/end.vue'), '')
  await writeFile(join(folder, 'setup/lectern.ts'), text)
  const said = await loadConfig(folder).then(() => 'nothing', ({ message }: Error) => message)
  await rm(folder, { recursive: true })
  return said
}

it.each([
  ['null', ': expected a default export'],
  ['[]', ': expected a default export'],
  ['{ asides: { room: \'Point at\' } }', ':1, asides.room: expected a list of labels, such as [\'Point at\'], not "Point at"'],
  ['{ asides: { rooms: [] } }', ':1, asides.rooms: expected one of room, sources, not "rooms"'],
  ['{ pages: { glossary: null } }', ':1, pages.glossary: expected a title and a description, not null'],
  ['{ pages: { glossary: { title: \'Glossary\', description: \'Words.\' } } }', ':1, pages.glossary.component: expected the path of a file from the deck’s folder, not undefined'],
  ['{ pages: { read: { title: \'Glossary\', description: \'Words.\' } } }', ':1, pages.read: expected a name for its address'],
  ['{ pages: [] }', ':1, pages: expected an object, such as { glossary: { … } }, not []'],
  ['{ name: 5 }', ':1, name: expected letters, digits and hyphens, such as my-talk, not 5'],
  ['{ shortName: {} }', ':1, shortName: expected a text, such as \'My talk\', not {}'],
  ['{ chapters: \'why\' }', ':1, chapters: expected an object, such as { why: \'Why at all\' }, not "why"'],
  ['{ chapters: { why: 1 } }', ':1, chapters.why: expected a text, such as \'Why at all\', not 1'],
  ['{ stepQuery: [\'a\'] }', ':1, stepQuery: expected the name of a query, such as quote, not ["a"]'],
  ['{ selfContained: \'yes\' }', ':1, selfContained: expected true or false, not "yes"'],
  ['{ pdfua: 1 }', ':1, pdfua: expected true or false, not 1'],
  ['{ read: { title: 7 } }', ':1, read.title: expected a text, such as \'My talk\', not 7'],
  ['{ read: { titel: \'Talk\' } }', ':1, read.titel: expected one of title, description, label, not "titel"'],
  ['{ components: { readEnd: \'pages\' } }', ':1, components.readEnd: expected the path of a component from the deck’s folder, not "pages"'],
  ['{ components: \'pages\' }', ':1, components: expected an object, such as { readEnd: \'pages/end.vue\' }, not "pages"'],
  ['{ search: { kinds: {} } }', ':1, search.documents: expected a function, not undefined'],
  ['{ search: { kinds: { a: 1 }, documents: () => [] } }', ':1, search.kinds.a: expected a text, such as \'Example\', not 1'],
  ['{ search: () => [] }', ':1, search: expected an object, such as { kinds: { example: \'Example\' }, documents: () => [] }, not a function'],
  ['{ pdfRules: [] }', ':1, pdfRules: expected a function, not []'],
  ['{ toString: 1 }', ':1, toString: expected one of name,'],
])('refuses %s, naming file, line and field', async (config, message) => {
  expect(await refusal(`export default ${config}\n`)).toContain(`setup/lectern.ts${message}`)
})

it.each([
  ['where a program works it out', 'const a = 1\nexport default (await import(\'node:util\')).inspect && ((x: object) => x)({\n  pdfua: a,\n})\n', 'setup/lectern.ts, pdfua'],
  ['as an argument', 'const define = (config: object): object => config\nexport default define({\n  name: \'deck\',\n  read: {\n    \'label\': [],\n  },\n} satisfies object)\n', 'setup/lectern.ts:5, read.label'],
  ['elsewhere', 'const read = { label: [] }\nexport default { name: \'deck\',\n  read }\n', 'setup/lectern.ts:3, read.label'],
])('names the line of a field that is written %s', async (_, text, place) => {
  expect(await refusal(text)).toBe(`${place}: expected ${place.endsWith('pdfua') ? 'true or false, not 1' : 'a text, such as \'Read\', not []'}`)
})

it.each([
  ['that is thrown as a text', 'throw \'no year\'', 'setup/lectern.ts, no year'],
  ['in a file that is not there', 'const a = 1\nimport b from \'./b\'\nexport default { name: b }', 'setup/lectern.ts:2, import: there is no “./b”'],
])('a mistake %s is said in one line, with its place', async (_, text, line) => {
  expect(await refusal(text)).toBe(line)
})

it('takes what every field may be', async () => {
  expect(await refusal(`export default {
    name: 'my-talk', shortName: 'Talk', themeColor: '#123abc', chapters: { why: 'Why' }, asides: { room: [] }, stepQuery: 'quote',
    selfContained: true, pdfua: false, read: { label: undefined }, components: { readEnd: 'pages/end.vue', pageMark: undefined },
    pages: { glossary: { title: 'Words', description: 'Words.', component: 'pages/end.vue', script: undefined } },
    search: { kinds: {}, documents: () => [] }, pdfRules: () => ({ always: [], whole: [] }),
  }`)).toBe('nothing')
})

it.each([
  ['American Express', 'american-express'],
  ['  Größe & Maß: ein Überblick!', 'grosse-mass-ein-uberblick'],
  ['Smørrebrød, Œuvre, Ægir, Łódź, Đorđe, Þór', 'smorrebrod-oeuvre-aegir-lodz-dorde-thor'],
  ['ISPARTA, İzmir, Iğdır', 'isparta-izmir-igdir'],
  ['日本語', ''],
])('calls a file of “%s” %s', (name, expected) => {
  expect(slug(name)).toBe(expected)
})
