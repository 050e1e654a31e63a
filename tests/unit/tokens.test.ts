import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from 'slidev-addon-lectern/node'

interface SourceFile {
  path: string
  text: string
}

const TOKENS = 'styles/tokens.css'

/** Text files of a folder of the project with one of the endings, and of all folders in it. */
function filesIn(folder: string, endings: RegExp): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name).replaceAll('\\', '/'))
    .filter(path => endings.test(path) && !path.startsWith('lectern/tests/'))
    .map(path => ({ path, text: withoutComments(readFileSync(join(root, path), 'utf8')) }))
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '')
}

const topFiles = readdirSync(root)
  .filter(path => /\.(?:vue|css|md)$/.test(path))
  .map(path => ({ path, text: withoutComments(readFileSync(join(root, path), 'utf8')) }))

const files = [
  ...topFiles,
  ...['components', 'layouts', 'lectern', 'pages', 'styles'].flatMap(folder => filesIn(folder, /\.(?:vue|css)$/)),
]
const tokensFile = files.find(({ path }) => path === TOKENS)?.text ?? ''
// The addon has tokens of its own, with defaults for decks that have none.
const elsewhere = files.filter(({ path }) => path !== TOKENS && path !== 'lectern/styles/tokens.css')

/** Where a pattern is found outside the file of tokens, as `file: match`. */
function found(pattern: RegExp): string[] {
  return elsewhere.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([match]) => `${path}: ${match.trim()}`))
}

type Declarations = Record<string, string>

/** Custom properties of the rule with this selector. */
function declarations(selector: string): Declarations {
  const rule = tokensFile.split(`\n${selector} {`)[1]?.split('\n}')[0] ?? ''
  const all = [...rule.matchAll(/(--[\w-]+):\s*([^;]+);/g)]
  return Object.fromEntries(all.map(([, name = '', value = '']) => [name, value]))
}

const light = declarations(':root')
const dark = { ...light, ...declarations('html.dark') }

/** Relative luminance of `#rrggbb` after WCAG 2.2, 0 to 1. */
function luminance(hex: string): number {
  expect(hex).toMatch(/^#[0-9a-f]{6}$/)
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(i => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast after WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

describe('contrast', () => {
  it('is computed as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  const neutral = ['page', 'surface']
  const all = [...neutral, 'go-tint', 'rust-tint']
  const grounds: [least: number, tokens: string[], grounds: string[]][] = [
    // Text.
    [4.5, ['ink', 'ink-muted'], all],
    [4.5, ['go-text', 'go-strong'], [...neutral, 'go-tint']],
    [4.5, ['rust-text', 'rust-strong'], [...neutral, 'rust-tint']],
    // Words in the page’s colour on a language’s own.
    [4.5, ['page'], ['go-text', 'go-chart', 'rust-text', 'rust-chart']],
    // Bars, lines, frames. Grey bars stand beside those of either language.
    [3, ['rule-strong'], all],
    [3, ['go-chart'], [...neutral, 'go-tint']],
    [3, ['rust-chart'], [...neutral, 'rust-tint']],
  ]
  const pairs = grounds.flatMap(([least, tokens, on]) =>
    tokens.flatMap(token => on.map(ground => ({ token, ground, least }))))

  describe.each([['light', light], ['dark', dark]] as const)('in %s', (_scheme, colours) => {
    const colour = (token: string): string => colours[`--${token}`] ?? `no token ${token}`

    it.each(pairs)('of $token on $ground is at least $least', ({ token, ground, least }) => {
      expect(contrast(colour(token), colour(ground))).toBeGreaterThanOrEqual(least)
    })

    it('tells the two languages apart without colour', () => {
      expect(contrast(colour('go-chart'), colour('rust-chart'))).toBeGreaterThanOrEqual(1.3)
    })
  })
})

describe('colours stand in tokens.css alone', () => {
  it('as values', () => {
    expect(found(/#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b(?!-)/gi)).toEqual([])
    expect(found(/\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^)]*\)/gi)).toEqual([])
  })

  it('as names', () => {
    const properties = [
      /.*color/,
      /background(?:-image)?|mask-image/,
      /fill|stroke/,
      /border(?:-(?:top|right|bottom|left|block|inline))?|outline/,
      /.*-shadow|text-decoration/,
    ]
    const property = new RegExp(`^(?:${properties.map(({ source }) => source).join('|')})$`)
    // All that such a property may hold instead of a colour, so that no list of colour names is needed.
    const harmless = [
      /var\((?:[^()]|\([^()]*\))*\)/,
      /calc\([^()]*\)/,
      /(?:repeating-)?linear-gradient|\bto (?:left|right|top|bottom)\b/,
      /\b(?:currentcolor|inherit|none|transparent|solid|double|dashed|dotted|underline)\b/,
      /-?[\d.]+(?:px|em|deg|%)?/,
      /[(),\s]/,
    ]
    const allowed = new RegExp(harmless.map(({ source }) => source).join('|'), 'g')
    const named = elsewhere.flatMap(({ path, text }) =>
      [...styleOf(path, text).matchAll(/([\w-]+)\s*:\s*([^;{}]+)/g)]
        .filter(([, name = '', value = '']) => property.test(name) && value.replace(allowed, ''))
        .map(([declaration]) => `${path}: ${declaration}`))
    expect(named).toEqual([])
  })

  it('as attributes and classes', () => {
    expect(found(/\s(?:fill|stroke|color|stop-color|bgcolor)="(?!none"|currentcolor")[^"]*"/gi)).toEqual([])
    expect(found(/class="[^"]*\b(?:text|bg|border|fill|stroke|from|to)-(?:\[#|[a-z]+-\d)[^"]*"/g)).toEqual([])
  })
})

describe('sizes of type stand in tokens.css alone', () => {
  it('as values, attributes and classes', () => {
    expect(found(/font(?:-size)?:[^;}]*\d(?:px|pt|rem|vw|vh)\b/g)).toEqual([])
    expect(found(/\sfont-size="[^"]*"/g)).toEqual([])
    expect(found(/class="[^"]*\btext-(?:\[|xs|sm|base|lg|\d?xl)[^"]*"/g)).toEqual([])
  })
})

/** The parts of a file that are CSS. */
function styleOf(path: string, text: string): string {
  return path.endsWith('.css')
    ? text
    : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('\n')
}

describe('custom properties', () => {
  const usedIn = (text: string): string[] => [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name)
  const used = new Set(files.flatMap(({ text }) => usedIn(text)))

  it('that are used exist', () => {
    const defined = new Set(
      files.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+):/g)].map(([, name]) => name)),
    )
    expect([...used].filter(name => !defined.has(name))).toEqual([])
  })

  it('that are defined are used, by the deck or by Slidev', () => {
    const slidev = filesIn('node_modules/@slidev/client', /\.(?:css|vue|ts)$/).map(({ text }) => text).join('\n')
    // UnoCSS reads `text-$slidev-…` as `var(--slidev-…)`.
    const read = new Set(usedIn(slidev.replace(/\$(slidev-[\w-]+)/g, 'var(--$1)')))
    const unused = Object.keys({ ...light, ...dark }).filter(name => !used.has(name) && !read.has(name))
    expect(unused).toEqual([])
  })

  it('of the dark scheme are all known in the light one', () => {
    expect(Object.keys(declarations('html.dark')).filter(name => !(name in light))).toEqual([])
  })
})
