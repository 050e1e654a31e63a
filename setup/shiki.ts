import { defineShikiSetup } from '@slidev/types'
import { createCssVariablesTheme } from 'shiki/core'

export default defineShikiSetup(() => {
  const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--shiki-' })
  return { themes: { light: theme, dark: theme } }
})
