import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A header’s name and value. */
type Header = readonly [name: string, value: string]

/**
 * Headers for hosts that read them from a file `_headers` (Netlify, Cloudflare Pages).
 * @param base path of the site, with a slash at either end
 * @param scripts texts of the scripts that stand in pages; only these and files of the site may run
 * @param selfContained whether the deck fetches nothing from elsewhere, so that the policy can forbid it
 */
export function headersFile(base: string, scripts: readonly string[], selfContained: boolean): string {
  const from = selfContained ? `'self'` : `'self' https:`
  const hashes = scripts.map(script => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  const policy = [
    `default-src ${from}`,
    `script-src ${[from, ...hashes].join(' ')}`,
    // Without it: no size of paper, which Slidev sets by an element (useStyleTag in composables/usePrintStyles.ts, and
    // presenter/print.vue), no dark scheme without a flash (logic/dark.ts), none of the rules that stand in drawn pages and
    // first frames, and none of the style attributes there, by which Vue draws figures.
    `style-src ${from} 'unsafe-inline'`,
    `img-src ${from} data: blob:`,
    `font-src ${from}${selfContained ? '' : ' data:'}`,
    `connect-src ${from}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'self'`,
  ].join('; ')
  return `${base}*
  Content-Security-Policy: ${policy}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()

${base}assets/*
  Cache-Control: public, max-age=31536000, immutable

${base}sw.js
  Cache-Control: no-cache
`
}

/** Reads the `_headers` of a built site, and says which of them a path gets. */
export function readHeaders(dist: string): (path: string) => Header[] {
  const file = join(dist, '_headers')
  const rules: { start: string, isWhole: boolean, headers: Header[] }[] = []
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    const [, name, value] = /^\s+([\w-]+): (.+)$/.exec(line) ?? []
    if (name && value)
      rules.at(-1)?.headers.push([name, value])
    else if (line.trim())
      rules.push({ start: line.trim().replace(/\*$/, ''), isWhole: !line.trim().endsWith('*'), headers: [] })
  }
  return path => rules
    .filter(({ isWhole, start }) => isWhole ? path === start : path.startsWith(start))
    .flatMap(({ headers }) => headers)
}
