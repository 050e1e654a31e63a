import { defineShortcutsSetup } from '@slidev/types'
import { toggleNarration } from '../narration/narrationState'
import { nextQuotation } from '../presenter/stage'

export default defineShortcutsSetup((_, shortcuts) => [
  ...shortcuts,
  { name: 'next_quotation', key: 'q', fn: nextQuotation },
  { name: 'toggle_narration', key: 'n', fn: toggleNarration },
])
