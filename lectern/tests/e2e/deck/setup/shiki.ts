import { defineShikiSetup } from '@slidev/types'

/** The colours of Slidev's own themes are too pale for axe. */
export default defineShikiSetup(() => ({
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
}))
