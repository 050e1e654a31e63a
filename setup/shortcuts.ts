import { defineShortcutsSetup } from '@slidev/types'
import { toggleNarration } from '../components/shell/narrationState'

export default defineShortcutsSetup((_, shortcuts) => [
  ...shortcuts,
  { name: 'toggle_narration', key: 'n', fn: toggleNarration },
])
