import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { slug } from '../../config/config'
import { loadConfig } from '../../config/load'

it.each([
  ['null', ': expected a default export'],
  ['[]', ': expected a default export'],
  ['{ asides: { room: \'Point at\' } }', ', asides.room: expected a list of labels, such as [\'Point at\'], not "Point at"'],
  ['{ asides: { rooms: [] } }', ', asides.rooms: expected one of room, sources, not "rooms"'],
  ['{ pages: { glossary: null } }', ', pages.glossary: expected a title and a description'],
  ['{ pages: { glossary: { title: \'Glossary\', description: \'Words.\' } } }', ', pages.glossary.component: expected the path of a file'],
])('refuses %s, naming file and field', async (config, message) => {
  const folder = await mkdtemp(join(tmpdir(), 'deck-'))
  await mkdir(join(folder, 'setup'))
  await writeFile(join(folder, 'setup/lectern.ts'), `export default ${config}\n`)
  await expect(loadConfig(folder)).rejects.toThrow(`setup/lectern.ts${message}`)
  await rm(folder, { recursive: true })
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
