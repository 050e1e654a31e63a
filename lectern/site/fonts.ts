import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import subsetFont from 'subset-font'

/** Files whose text names fonts and has the signs that they draw. */
const TEXTS = /\.(?:css|html|js|json)$/

/** What somebody may type into a field, whether or not a slide has it: printable ASCII. */
const TYPED = String.fromCharCode(...Array.from({ length: 0x7F - 0x20 }, (_, i) => i + 0x20))

/**
 * Signs that texts of a site draw, each once, in order. Scripts and style sheets may have them escaped: `\u2192`, `\2192`.
 */
export function signsIn(texts: readonly string[]): string {
  const signs = new Set(TYPED)
  for (const text of texts) {
    for (const sign of text)
      signs.add(sign)
    for (const [, inBraces, four, inStyles] of text.matchAll(/\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|\\([0-9a-f]{2,6})/gi)) {
      const number = Number.parseInt((inBraces ?? four ?? inStyles)!, 16)
      if (number <= 0x10FFFF)
        signs.add(String.fromCodePoint(number))
    }
  }
  return [...signs].sort().join('')
}

/**
 * Cuts the fonts of a built site down to the signs that its files have; all features for laying out text stay. The files
 * get names of their new content, and whatever names them is changed.
 * @param dist the built site, before pages are drawn of it
 */
export async function cutFonts(dist: string): Promise<void> {
  const files = (await readdir(dist, { recursive: true, withFileTypes: true })).filter(file => file.isFile())
    .map(({ name, parentPath }) => join(parentPath, name))
  // Not those of `public/`, which others may ask for by their names.
  const fonts = files.filter(file => file.startsWith(join(dist, 'assets', sep)) && file.endsWith('.woff2'))
  if (fonts.length === 0)
    return
  const texts = new Map<string, string>()
  for (const file of files.filter(file => TEXTS.test(file)))
    texts.set(file, await readFile(file, 'utf8'))
  const signs = signsIn([...texts.values()])

  const names = new Map<string, string>()
  for (const file of fonts) {
    const whole = await readFile(file)
    // One that cannot be read stays as it is: what the browser makes of it is the same as without this.
    const cut = await subsetFont(whole, signs, { targetFormat: 'woff2' }).catch(() => whole)
    const name = basename(file).replace(/-[\w-]{8}\.woff2$/, () => `-${createHash('sha256').update(cut).digest('base64url').slice(0, 8)}.woff2`)
    if (cut.length >= whole.length || name === basename(file))
      continue
    await writeFile(join(file, '..', name), cut)
    await rm(file)
    names.set(basename(file), name)
  }
  for (const [file, text] of texts) {
    const changed = [...names].reduce((text, [from, to]) => text.replaceAll(from, to), text)
    if (changed !== text)
      await writeFile(file, changed)
  }
}
