import type { Citation } from '../components/sources/sourceNotes'

/** Which slides on the page name each source, in the order of the page. */
export function citationsIn(page: Element): Map<string, Citation[]> {
  const citations = new Map<string, Citation[]>()
  for (const slide of page.querySelectorAll<HTMLElement>('.slide')) {
    const title = slide.querySelector('[data-level]')?.textContent.trim() ?? ''
    const ids = Array.from(slide.querySelectorAll('a[href^="#source-"]'), link => link.getAttribute('href')!.slice('#source-'.length))
    for (const id of new Set(ids))
      citations.set(id, [...citations.get(id) ?? [], { alias: slide.id, no: Number(slide.dataset.no), title }])
  }
  return citations
}
