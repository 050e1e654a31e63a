/** Slidev’s own key, so that slides and pages agree. It holds the plain word. */
export const THEME_KEY = 'slidev-color-schema'

/**
 * Sets the scheme before anything is drawn, for the head of a page. Without a choice the CSS follows the system by
 * itself.
 */
export const themeScript = `try{const t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.classList.add(t)}catch{}`
