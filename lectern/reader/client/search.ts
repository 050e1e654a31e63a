import { isSearchKey } from '../../search/searchKey'
import type { SearchDocument } from '../../search/search'

const READ = `${import.meta.env.BASE_URL}read/`

/** Where a result is for a reader: on this page, if it is here, or on the reading page. */
function addressOf({ alias, anchor }: SearchDocument): string {
  const here = [anchor, alias].find(id => document.getElementById(id))
  return here ? `#${here}` : `${READ}#${anchor}`
}

/** The reader goes on from there, with the keyboard and the screen reader too. */
function goTo(address: string): void {
  location.href = address
  const place = address.startsWith('#') && document.getElementById(address.slice(1))
  if (!place)
    return
  place.tabIndex = -1
  place.focus({ preventScroll: true })
}

/** Opens the search by button and by `/`. It is loaded when it is first asked for. */
export function startSearch(button: HTMLButtonElement, announce: (text: string) => void): void {
  async function open(): Promise<void> {
    try {
      const { openSearch } = await import('../../search/searchApp')
      openSearch({ addressOf, onChoose: found => goTo(addressOf(found)) })
    }
    catch {
      announce('The search could not be loaded.')
    }
  }
  button.addEventListener('click', open)
  document.addEventListener('keydown', (event) => {
    if (!isSearchKey(event))
      return
    event.preventDefault()
    void open()
  })
}
