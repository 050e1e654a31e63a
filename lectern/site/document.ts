import { themeScript } from '../reader/themeScript'

/** What the head of a page says of it. */
export interface PageHead {
  title: string
  description: string
  /** Path of the page under the base, such as `read/`. */
  path: string
  /** Path of its social card under the base. */
  card: string
}

/** Where the site is. */
export interface SiteAddress {
  /** Path on its host, with a slash at either end. */
  base: string
  /** Address with a slash at its end, where it is known. */
  site: string | undefined
}

/** Makes text fit for an attribute or an element. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

/**
 * Tags that name a page, for search results, shared links and the home screen, and the script that sets its colours.
 * Addresses are whole where the site’s is known.
 */
export function headTags({ card, description, path, title }: PageHead, { base, site }: SiteAddress): string {
  const meta = (key: 'name' | 'property', name: string, content: string): string =>
    `<meta ${key}="${name}" content="${escapeHtml(content)}">`
  const url = `${site ?? base}${path}`
  return [
    `<title>${escapeHtml(title)}</title>`,
    meta('name', 'description', description),
    ...site ? [`<link rel="canonical" href="${url}">`] : [],
    meta('property', 'og:type', 'article'),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    ...site ? [meta('property', 'og:url', url)] : [],
    meta('property', 'og:image', `${site ?? base}${card}`),
    meta('property', 'og:image:width', '1200'),
    meta('property', 'og:image:height', '630'),
    meta('name', 'twitter:card', 'summary_large_image'),
    `<link rel="icon" href="${base}favicon.svg">`,
    `<link rel="apple-touch-icon" href="${base}icons/180.png">`,
    `<link rel="manifest" href="${base}manifest.webmanifest">`,
    `<script>${themeScript}</script>`,
  ].join('\n')
}

/** The page of the slides, with its own words in the head instead of those that Slidev gave it. */
export function withHead(html: string, tags: string): string {
  return html
    .replace(/<title>.*?<\/title>\s*/s, '')
    .replace(/<link rel="icon"[^>]*>\s*/, '')
    .replace(/<meta (?:name="description"|property="og:[^"]*"|name="twitter:[^"]*")[^>]*>\s*/g, '')
    .replace('</head>', () => `${tags}\n</head>`)
}
