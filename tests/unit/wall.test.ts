import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, parse } from 'node:path'
import { root } from 'slidev-addon-lectern/node'
import { describe, expect, it } from 'vitest'

/** Files of code and style in a folder, and in all folders of it. */
function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name).replaceAll('\\', '/'))
    .filter(path => /\.(?:ts|vue|css|js|mjs)$/.test(path) && !/node_modules|dist\//.test(path))
}

/** What a file names by a relative path, from the project’s folder: imports, styles, mocks, addresses of files. */
function relativesIn(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  return Array.from(text.matchAll(/['"`(](\.{1,2}\/[^'"`)\s]+)/g), ([, name]) => normalize(join(dirname(path), name!)).replaceAll('\\', '/'))
}

/** Words that only this deck has. */
const OWN_WORDS = /\b(Go|Rust|gopher|ferris|topics?|quotations?|Bricolage|JetBrains|better-together)\b/i

describe('the addon', () => {
  const files = filesIn('lectern')
  const sources = files.filter(path => !path.startsWith('lectern/tests/'))

  it('names no file outside its folder', () => {
    const named = sources.flatMap(path => relativesIn(path).map(target => ({ path, target })))
    // A search that looked at nothing would find nothing.
    expect(sources.length).toBeGreaterThan(100)
    expect(named.length).toBeGreaterThan(300)
    expect(named.filter(({ target }) => target !== 'lectern' && !target.startsWith('lectern/'))).toEqual([])
  })

  it('does not know what this deck is about, nor its fonts', () => {
    const found = sources.flatMap(path => readFileSync(join(root, path), 'utf8').split('\n')
      .filter(line => OWN_WORDS.test(line.replace(/\b(?:nav\.)?go(?:es|ing)?(?:\(|[:,}]| on\b| back\b| to\b| through\b| with\b| out\b| away\b| round\b)|[{ ]go[,} ]/gi, '')))
      .map(line => `${path}: ${line.trim()}`))
    expect(found).toEqual([])
  })
})

describe('data/', () => {
  it('imports facts alone, and the results of the lab', () => {
    const named = filesIn('data').flatMap(relativesIn)
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(target => !target.startsWith('data/') && target !== 'lab/results.json')).toEqual([])
  })
})

describe('components/', () => {
  it('has no two files that Slidev takes for one component, whatever their folder and kind', () => {
    const names = filesIn('components').map(path => parse(path).name.toLowerCase())
    expect(names.length).toBeGreaterThan(40)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})
