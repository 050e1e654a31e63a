import { defineRoutesSetup } from '@slidev/types'

/**
 * Puts our print page in place of Slidev's and adds it to the built site, which has none of its own; the handout
 * is a page beside it.
 */
export default defineRoutesSetup((routes) => {
  const print = { name: 'print', path: '/print', component: () => import('../pages/print.vue') }
  const handout = { name: 'handout', path: '/handout', component: () => import('../pages/handout.vue') }
  return [print, handout, ...routes.filter(route => route.name !== 'print')]
})
