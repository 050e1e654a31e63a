import { configs, slideAspect } from '@slidev/client/env.ts'
import type { NavSlide } from '@slidev/client'
import { countOthers, isAlone } from '../../replacements/sharedState'
import { titleOf } from '../../reader/titles'
import { readEntry, writeEntry } from '../../shell/storage'
import { plannedSeconds } from '../pace'
import { useStage } from '../stage'
import { PREFLIGHT_DATA } from '../serverAddresses'
import type { Facts, ServerFacts } from './rules'

/** Milliseconds that a font has to load. */
const PATIENCE = 5000

async function fontFacts(): Promise<Pick<Facts, 'fonts' | 'missingFonts'>> {
  const plain = (family: string): string => family.replace(/^["']|["']$/g, '')
  // What comes after the first is for machines that lack it, and may be lacking itself.
  const wanted = new Set(Object.values(configs.fonts ?? {}).flatMap(families => Array.isArray(families) ? families.slice(0, 1) : []).map(plain))
  const faces = [...document.fonts].filter(({ family }) => wanted.has(plain(family)))
  const late = new Promise<'late'>(resolve => setTimeout(resolve, PATIENCE, 'late'))
  const missing = new Set<string>()
  await Promise.all(faces.map(async (face) => {
    if (await Promise.race([face.load().catch(() => 'late'), late]) === 'late')
      missing.add(plain(face.family))
  }))
  const families = new Set(faces.map(({ family }) => plain(family)))
  // A service that gives no style sheet leaves no face behind that could fail.
  const { provider, webfonts } = (configs.fonts ?? {}) as { provider?: string, webfonts?: string[] }
  if (provider !== 'none')
    (webfonts ?? []).filter(family => !families.has(family)).forEach(family => missing.add(family))
  return { fonts: [...families], missingFonts: [...missing] }
}

async function serverFacts(): Promise<ServerFacts | undefined> {
  if (!import.meta.hot)
    return undefined
  try {
    const answer = await fetch(import.meta.env.BASE_URL + PREFLIGHT_DATA)
    return answer.ok ? await answer.json() as ServerFacts : { isSilent: true }
  }
  catch {
    return { isSilent: true }
  }
}

async function offlineFact(): Promise<boolean | undefined> {
  if (import.meta.hot && ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname))
    return undefined
  const isKept = 'serviceWorker' in navigator && !!(await navigator.serviceWorker.getRegistration())?.active
  return isKept && (await caches.keys()).length > 0
}

function keepsEntries(): boolean {
  const key = 'lectern:preflight'
  writeEntry(key, '1')
  const isKept = readEntry(key) === '1'
  writeEntry(key, null)
  return isKept
}

/**
 * Collects everything but the keys. Takes about a second: other windows have to answer.
 * @param duration what the clock counts, in seconds
 */
export async function collectFacts(slides: readonly NavSlide[], duration: number): Promise<Omit<Facts, 'pressed'>> {
  const { plan } = useStage()
  const [fonts, server, isOffline, others] = await Promise.all([fontFacts(), serverFacts(), offlineFact(), countOthers()])
  const told = plan.value.map(({ no }) => slides[no - 1]!)
  return {
    ...fonts,
    others,
    server,
    isAlone: isAlone.value,
    isOffline,
    foreign: [...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).host))].filter(host => host && host !== location.host),
    downloads: [...document.querySelectorAll<HTMLLinkElement>('link[rel=alternate][type="application/pdf"]')].map(({ title }) => title),
    screen: { width: screen.width, height: screen.height, ratio: devicePixelRatio, aspect: slideAspect.value },
    planned: plannedSeconds(plan.value),
    duration,
    slides: told.length,
    withoutNotes: told.filter(({ meta }) => !meta.slide.noteHTML).map(route => titleOf(route)),
    keepsPlace: keepsEntries(),
    staysAwake: 'wakeLock' in navigator,
  }
}
