/**
 * Takes the place of `@unhead/vue/client` in Slidev’s client: what a slide changes in the head of the page, its title
 * above all, waits until the slide is painted. plugin.ts swaps them.
 */
import { createHead as createUnhead, renderDOMHead, type VueHeadClient } from '@unhead/vue/client'
import { whenIdle } from '../navigation/idle'

export function createHead(): VueHeadClient {
  let forget = () => {}
  const head = createUnhead({
    render() {
      forget()
      forget = whenIdle(() => renderDOMHead(head))
    },
  })
  return head
}
