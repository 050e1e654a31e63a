import { readEntry, writeEntry } from '../../shell/storage'

/** Slidev’s own key, so that slides and pages agree. It holds the plain word. */
const KEY = 'slidev-color-schema'

const themes = ['auto', 'light', 'dark'] as const
type Theme = typeof themes[number]

/**
 * Sets the scheme before anything is drawn, for the head of a page. Without a choice the CSS follows the system by
 * itself.
 */
export const themeScript = `try{const t=localStorage.getItem('${KEY}');if(t==='light'||t==='dark')document.documentElement.classList.add(t)}catch{}`

function storedTheme(): Theme {
  return themes.find(theme => theme === readEntry(KEY)) ?? 'auto'
}

/** Makes a button that goes round the schemes, and follows the choice made in another window. */
export function startTheme(button: HTMLButtonElement, announce: (text: string) => void): void {
  let current: Theme = 'auto'

  function show(theme: Theme): void {
    current = theme
    const { classList } = document.documentElement
    classList.toggle('light', theme === 'light')
    classList.toggle('dark', theme === 'dark')
    button.dataset.theme = theme
    button.setAttribute('aria-label', `Colours: ${theme}`)
    button.title = `Colours: ${theme}`
  }

  show(storedTheme())
  button.addEventListener('click', () => {
    show(themes[(themes.indexOf(current) + 1) % themes.length]!)
    writeEntry(KEY, current)
    announce(`Colours: ${current}`)
  })
  addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null)
      show(storedTheme())
  })
}
