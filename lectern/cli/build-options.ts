import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root, UserError } from './run'
import { splitArgs } from './split-args'

export interface BuildOptions {
  /** Path of the site on its host, with a slash at either end. */
  base: string
  /** Where the site will be online, with a slash at its end; needed for links that leave the site, such as social cards. */
  site: string | undefined
  /** Folder for the site. */
  dist: string
  /** What was given to `--cut`: the length of the talk that the keys follow, not yet checked. */
  cut: string | undefined
  /** What Slidev gets besides. */
  rest: string[]
}

/** What `slidev build` takes besides. It reads the command line after all else has begun, and names what it does not know then. */
const slidevOptions = {
  'theme': { type: 'string', short: 't' },
  'download': { type: 'boolean', short: 'd' },
  'without-notes': { type: 'boolean' },
  'router-mode': { type: 'string' },
  'inspect': { type: 'boolean' },
  // Of its own export, for `--download`.
  'output': { type: 'string' },
  'format': { type: 'string' },
  'timeout': { type: 'string' },
  'wait': { type: 'string' },
  'wait-until': { type: 'string' },
  'range': { type: 'string' },
  'dark': { type: 'boolean' },
  'with-clicks': { type: 'boolean', short: 'c' },
  'executable-path': { type: 'string' },
  'with-toc': { type: 'boolean' },
  'per-slide': { type: 'boolean' },
  'scale': { type: 'string' },
  'omit-background': { type: 'boolean' },
} as const

/**
 * Splits the command line into what we decide and what goes on to Slidev.
 * @throws UserError that names the option at fault
 */
export function parseBuildOptions(args: readonly string[]): BuildOptions {
  const { rest, values: { base, cut, out = 'dist', site } } = splitArgs(args, {
    base: { type: 'string' },
    cut: { type: 'string' },
    out: { type: 'string', short: 'o' },
    site: { type: 'string' },
  })
  const address = site === undefined ? undefined : readSite(site)
  const path = base ?? address?.pathname ?? '/'
  if (!isPath(path))
    throw new UserError(`--base must be a path such as /deck/, not “${path}”`)
  if (address && address.pathname !== path)
    throw new UserError(`--base ${path} and --site ${address.href} name different paths`)
  if (!out)
    throw new UserError('--out must be a folder')
  assertSlidevArgs(rest)
  return { base: path, site: address?.href, dist: resolve(root, out), cut, rest }
}

function assertSlidevArgs(args: readonly string[]): void {
  const { tokens, values } = parseArgs({ args: [...args], options: slidevOptions, strict: false, allowNegative: true, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'option' && !(token.name in slidevOptions))
      throw new UserError(`there is no option ${token.rawName} of build; there are --site, --base, --out, --cut and those of slidev build`)
    if (token.kind === 'positional' && resolve(root, token.value) !== join(root, 'slides.md'))
      throw new UserError(`the entry must be slides.md, not “${token.value}”`)
  }
  const mode = values['router-mode'] ?? 'history'
  if (mode !== 'history')
    throw new UserError(`--router-mode must be history, by which pages have addresses, not “${mode}”`)
}

/**
 * Reads where the site will be online.
 * @throws UserError where no site can be there
 */
export function readSite(value: string): URL {
  const url = URL.canParse(value) ? new URL(value.replace(/\/*$/, '/')) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || !isPath(url.pathname))
    throw new UserError(`--site must be a web address such as https://example.org/deck/, not “${value}”`)
  return url
}

function isPath(text: string): boolean {
  return /^\/(?:[^/?#\s]+\/)*$/.test(text)
}
