import { onPageDrawn } from 'slidev-addon-lectern/client'
import { defineComponent, nextTick } from 'vue'
import { citations } from '../components/sources/sourceNotes'
import { citationsIn } from './citations'

/** Draws nothing: tells the list of sources on the reading page which slides name each of them. */
export default defineComponent(() => {
  onPageDrawn(async (page) => {
    citations.value = citationsIn(page)
    await nextTick()
  })
  return () => null
})
