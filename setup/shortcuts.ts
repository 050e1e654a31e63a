import { defineShortcutsSetup } from '@slidev/types'
import { toggleNarration } from '../components/shell/narrationState'
import { nextQuotation } from '../components/shell/stage'

export default defineShortcutsSetup((_, shortcuts) => [
  ...shortcuts,
  { name: 'next_quotation', key: 'q', fn: nextQuotation },
  { name: 'toggle_narration', key: 'n', fn: toggleNarration },
])
