import { createHash } from 'node:crypto'
import { UserError } from '../cli/run'

/** Name of the service worker in the site. */
export const WORKER = 'sw.js'

/** What the service worker keeps of a site, and answers for. */
export interface KeptSite {
  /** Address of the page that shows any slide. */
  app: string
  /** Each with a hash of its content, where its name has none. */
  files: readonly KeptFile[]
  /** Pattern of the addresses that are slides and their views. */
  views: string
}

interface KeptFile {
  url: string
  revision: string | null
}

/** Alone on the first line of the worker, so that the list can be read and changed without its tools. */
const line = /^globalThis\.keptSite=(.*);\n/

/**
 * A service worker that keeps this site.
 * @param script that it runs, with or without a line for another site
 */
export function withKeptSite(script: string, site: KeptSite): string {
  return `globalThis.keptSite=${JSON.stringify(site)};\n${script.replace(line, '')}`
}

/** Revision of a file with this content. */
export function revisionOf(content: Uint8Array | string): string {
  return createHash('md5').update(content).digest('hex')
}

/**
 * The service worker of a site of which some files have changed, as browsers take note of a change by that alone.
 * @param changed new content by address
 * @throws UserError where another version of this program wrote it
 */
export function revisedWorker(worker: string, changed: ReadonlyMap<string, string>): string {
  const [, json] = line.exec(worker) ?? []
  if (json === undefined)
    throw new UserError(`its ${WORKER} was written by another version, and cannot tell readers of the change; build it anew`)
  const site = JSON.parse(json) as KeptSite
  return withKeptSite(worker, { ...site, files: site.files.map(({ revision, url }) => {
    const content = changed.get(url)
    return { url, revision: content === undefined ? revision : revisionOf(content) }
  }) })
}
