import { scripts } from 'virtual:lectern/scripts'
import { leaveBrowserItsKeys } from '../../navigation/browserKeys'
import { saveFile } from '../../shell/downloads'
import { keepOffline } from '../../shell/offline'
import { onOutdated } from '../../shell/version'
import { startCopying } from './copy'
import { startPlace } from './place'
import { startSearch } from './search'
import { startTheme } from './theme'

/**
 * What the pages beside the slides do once JavaScript runs. They are plain HTML before that, and no Vue is left in
 * them: everything here works on the document as it stands, and shows the controls that were drawn hidden.
 */
export function startReader(): void {
  leaveBrowserItsKeys()

  const find = <T extends HTMLElement>(name: string): T => document.querySelector<T>(`[data-tool='${name}']`)!

  const status = find('status')
  const announce = (text: string): void => {
    // Emptied first: the same words twice in a row would not be a change.
    status.textContent = ''
    setTimeout(() => status.textContent = text, 50)
  }

  const search = find<HTMLButtonElement>('search')
  startSearch(search, announce)
  search.hidden = false

  const theme = find<HTMLButtonElement>('theme')
  startTheme(theme, announce)
  theme.hidden = false

  startCopying(announce)

  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[download]')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
        return
      event.preventDefault()
      void saveFile(link, announce)
    })
  }

  const { page = '' } = document.querySelector<HTMLElement>('.reading-page')!.dataset
  void scripts[page]?.().then(({ start }) => start())

  const parts = [...document.querySelectorAll<HTMLElement>('article.slide')]
  if (parts.length > 0)
    startPlace({ offer: find('place'), parts })

  const offerUpdate = (take: () => void): void => {
    find('place').hidden = true
    const update = find('update')
    update.hidden = false
    update.querySelector('button')!.onclick = take
  }
  onOutdated(() => offerUpdate(() => location.reload()))
  void keepOffline(({ take }) => offerUpdate(take))
}
