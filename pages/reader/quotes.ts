import { filterNames, fits, readFilter, writeFilter, type QuoteFacets, type QuoteFilter } from './quoteFilter'

/** Lets the quotations be filtered, by the form and by the address, which always say the same. */
export function start(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-filters]')!
  const entries = [...document.querySelectorAll<HTMLElement>('[data-entry]')]
  const groups = [...document.querySelectorAll<HTMLElement>('[data-group]')]
  const count = document.querySelector<HTMLElement>('[data-count]')!
  const none = document.querySelector<HTMLElement>('[data-none]')!
  const clear = [...document.querySelectorAll<HTMLElement>('[data-clear]')]

  const offered = Object.fromEntries(filterNames.map((name) => {
    const control = form.elements.namedItem(name) as HTMLSelectElement | RadioNodeList
    const values = control instanceof HTMLSelectElement ? [...control.options] : [...control] as HTMLInputElement[]
    return [name, values.map(({ value }) => value)]
  })) as Record<typeof filterNames[number], string[]>

  function show(filter: QuoteFilter): void {
    for (const name of filterNames)
      (form.elements.namedItem(name) as HTMLSelectElement | RadioNodeList).value = filter[name] ?? ''
    for (const entry of entries)
      entry.hidden = !fits(entry.dataset as QuoteFacets, filter)
    for (const group of groups)
      group.hidden = !group.querySelector('[data-entry]:not([hidden])')
    const shown = entries.filter(({ hidden }) => !hidden).length
    count.textContent = `${shown} of ${entries.length}`
    none.hidden = shown > 0
    for (const button of clear)
      button.hidden = shown === entries.length
  }

  function write(filter: QuoteFilter, hash: string): void {
    const search = writeFilter(location.search, filter)
    if (search !== location.search || hash !== location.hash)
      history.replaceState(history.state, '', Object.assign(new URL(location.href), { search, hash }))
  }

  function read(): void {
    const filter = readFilter(location.search, offered)
    // A link to a quotation wins over a filter that would hide it.
    const wanted = location.hash && document.getElementById(location.hash.slice(1))?.closest<HTMLElement>('[data-entry]')
    const isHidden = wanted && !fits(wanted.dataset as QuoteFacets, filter)
    write(isHidden ? {} : filter, location.hash)
    show(isHidden ? {} : filter)
    if (isHidden)
      wanted.scrollIntoView()
  }

  form.addEventListener('change', () => {
    const filter = Object.fromEntries(new FormData(form)) as QuoteFilter
    write(filter, '')
    show(filter)
  })
  form.addEventListener('submit', event => event.preventDefault())
  for (const button of clear) {
    button.addEventListener('click', () => {
      write({}, '')
      show({})
      form.querySelector<HTMLElement>('input:checked')?.focus()
    })
  }
  addEventListener('popstate', read)
  addEventListener('hashchange', read)
  read()
  form.hidden = false
}
