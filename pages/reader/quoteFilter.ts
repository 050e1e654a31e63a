/** What quotations can be chosen by, in the order in which the address names it. */
export const filterNames = ['language', 'company', 'topic'] as const
export type FilterName = typeof filterNames[number]

/** Chosen values; a name without one lets all pass. */
export type QuoteFilter = Partial<Record<FilterName, string>>

/** What a quotation is found by. */
export type QuoteFacets = Record<FilterName, string>

/**
 * Reads the filter that an address names. What is not on offer is left out.
 * @param offered values of each filter
 */
export function readFilter(search: string, offered: Record<FilterName, readonly string[]>): QuoteFilter {
  const params = new URLSearchParams(search)
  return Object.fromEntries(filterNames.flatMap((name) => {
    const value = params.get(name)
    return value && offered[name].includes(value) ? [[name, value]] : []
  }))
}

/** The address’s query with this filter; what else is in it stays. Empty, or with its question mark. */
export function writeFilter(search: string, filter: QuoteFilter): string {
  const params = new URLSearchParams(search)
  for (const name of filterNames) {
    params.delete(name)
    if (filter[name])
      params.set(name, filter[name])
  }
  return params.size > 0 ? `?${params}` : ''
}

/** Whether a quotation is among those chosen. One about both languages is about each of them. */
export function fits(facets: QuoteFacets, filter: QuoteFilter): boolean {
  return filterNames.every((name) => {
    const wanted = filter[name]
    const value = facets[name]
    return !wanted || value === wanted || (name === 'language' && value === 'both')
  })
}
