import { createApp } from 'vue'
import type { SearchDocument } from './search'
import SearchDialog from './SearchDialog.vue'

export interface SearchOptions {
  /** Where a result is, for its link. */
  addressOf: (document: SearchDocument) => string
  /** Called once the dialog has closed over a result, instead of following its link. */
  onChoose: (document: SearchDocument) => void
}

let isOpen = false

/**
 * Opens the search over whatever is shown, on slides and pages alike. Import this module when it is asked for: with it
 * come the documents and their index.
 */
export function openSearch({ addressOf, onChoose }: SearchOptions): void {
  if (isOpen)
    return
  isOpen = true
  const place = document.body.appendChild(document.createElement('div'))
  const app = createApp(SearchDialog, {
    addressOf,
    onClose: (chosen: SearchDocument | undefined) => {
      app.unmount()
      place.remove()
      isOpen = false
      if (chosen)
        onChoose(chosen)
    },
  })
  app.mount(place)
}
