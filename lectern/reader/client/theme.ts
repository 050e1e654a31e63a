import { readEntry, writeEntry } from '../../shell/storage'
import { THEME_KEY } from '../themeScript'

const themes = ['auto', 'light', 'dark'] as const
type Theme = typeof themes[number]

function storedTheme(): Theme {
  return themes.find(theme => theme === readEntry(THEME_KEY)) ?? 'auto'
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
    writeEntry(THEME_KEY, current)
    announce(`Colours: ${current}`)
  })
  addEventListener('storage', ({ key }) => {
    if (key === THEME_KEY || key === null)
      show(storedTheme())
  })
}
