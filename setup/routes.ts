import { defineRoutesSetup } from '@slidev/types'

/**
 * Puts our print page in place of Slidev's and adds it to the built site, which has none of its own; the handout and
 * the pages to read are beside it.
 */
export default defineRoutesSetup((routes) => {
  const own = [
    { name: 'print', path: '/print', component: () => import('../pages/print.vue') },
    { name: 'handout', path: '/handout', component: () => import('../pages/handout.vue') },
    { name: 'read', path: '/read', component: () => import('../pages/read.vue') },
    { name: 'quotes', path: '/quotes', component: () => import('../pages/quotes.vue') },
    { name: 'accessibility', path: '/accessibility', component: () => import('../pages/accessibility.vue') },
  ]
  return [...own, ...routes.filter(route => route.name !== 'print')]
})
