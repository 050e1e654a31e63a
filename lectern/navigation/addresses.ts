/** The part of a slide’s frontmatter that gives it addresses. */
export interface Addressed {
  routeAlias?: string
  /** Aliases that the slide once had; they lead to it for ever. */
  formerAliases?: string[]
}

export type Answer = { kind: 'slide' } | { kind: 'renamed', alias: string } | { kind: 'unknown' }

/**
 * What stands at an address.
 * @param name the part of the address that names a slide: alias or number, from 1
 */
export function resolveAddress(name: string, slides: readonly Addressed[]): Answer {
  const isNumber = /^[1-9]\d*$/.test(name) && Number(name) <= slides.length
  if (isNumber || slides.some(({ routeAlias }) => routeAlias === name))
    return { kind: 'slide' }
  const heir = slides.find(({ formerAliases }) => formerAliases?.includes(name))
  return heir?.routeAlias ? { kind: 'renamed', alias: heir.routeAlias } : { kind: 'unknown' }
}

/** The parts of a path between its slashes, as one reads them; a part that cannot be read stays as it is. */
export function partsOf(path: string): string[] {
  return path.slice(1).split('/').map((part) => {
    try {
      return decodeURIComponent(part)
    }
    catch {
      return part
    }
  })
}

/**
 * The step that an address names, as a whole number; undefined where it names none.
 * @param clicks as the router reads it: a list where the address names several, of which the first counts
 */
export function wholeStep(clicks: Query | Query[]): string | undefined {
  return /^-?\d+/.exec([clicks].flat()[0] ?? '')?.[0]
}

type Query = string | null | undefined

/**
 * The first address that cannot be kept, with its field and as one sentence without its place, or undefined.
 * @param reserved addresses that belong to pages and files of the site
 */
export function findAddressMistake(slides: readonly Addressed[], reserved: readonly string[]): { slide: number, field: string, mistake: string } | undefined {
  const owners = new Map<string, number>()
  const claims = [
    ...slides.map(({ routeAlias }, index) => ({ index, field: 'routeAlias', names: routeAlias === undefined ? [] : [routeAlias] })),
    ...slides.map(({ formerAliases = [] }, index) => ({ index, field: 'formerAliases', names: formerAliases })),
  ]
  for (const { field, index, names } of claims) {
    for (const name of names) {
      const say = (mistake: string) => ({ slide: index + 1, field, mistake })
      if (typeof name !== 'string' || !/^[a-z][\w-]*$/i.test(name))
        return say(`expected a word of letters, digits and hyphens, such as first-steps, not ${JSON.stringify(name)}`)
      if (reserved.includes(name))
        return say(`${name} is the address of another page`)
      const owner = owners.get(name)
      if (owner !== undefined)
        return say(`${name} belongs to slide ${owner} already`)
      owners.set(name, index + 1)
    }
  }
}
