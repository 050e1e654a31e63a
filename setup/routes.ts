import { defineRoutesSetup } from '@slidev/types'

/** Puts our print page in place of Slidev's, and adds it to the built site, which has none of its own. */
export default defineRoutesSetup((routes) => {
  const component = () => import('../pages/print.vue')
  return routes.some(route => route.name === 'print')
    ? routes.map(route => route.name === 'print' ? { ...route, component } as typeof route : route)
    : [{ name: 'print', path: '/print', component }, ...routes]
})
