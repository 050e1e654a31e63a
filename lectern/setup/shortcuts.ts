import { defineShortcutsSetup } from '@slidev/types'
import { toggleNarration } from '../narration/narrationState'
import { showKeyCard } from '../presenter/keyCard'
import { toggleBlank, toggleZoom } from '../presenter/screen'
import { comeBack, showNextUnspoken } from '../presenter/stage'

export default defineShortcutsSetup((_, shortcuts) => [
  ...shortcuts,
  { name: 'show_next_unspoken', key: 'q', fn: showNextUnspoken },
  // As clickers and other programs have them.
  { name: 'black_b', key: 'b', fn: () => toggleBlank('black') },
  { name: 'black_period', key: '.', fn: () => toggleBlank('black') },
  { name: 'white_w', key: 'w', fn: () => toggleBlank('white') },
  { name: 'white_comma', key: ',', fn: () => toggleBlank('white') },
  { name: 'magnify', key: 'z', fn: toggleZoom },
  { name: 'come_back', key: 'backspace', fn: comeBack },
  { name: 'drop_slides', key: 's', fn: async () => (await import('../presenter/dropSlides')).dropSlides() },
  { name: 'key_card', key: '?', fn: () => showKeyCard.value = true },
  { name: 'toggle_narration', key: 'n', fn: toggleNarration },
])
