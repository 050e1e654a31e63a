import { resolve } from 'node:path'
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
  return { base: path, site: address?.href, dist: resolve(root, out), cut, rest }
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
