import { defineShortcutsSetup } from '@slidev/types'
import { toggleNarration } from '../narration/narrationState'
import { showNextUnspoken } from '../presenter/stage'

export default defineShortcutsSetup((_, shortcuts) => [
  ...shortcuts,
  { name: 'show_next_unspoken', key: 'q', fn: showNextUnspoken },
  { name: 'toggle_narration', key: 'n', fn: toggleNarration },
])
