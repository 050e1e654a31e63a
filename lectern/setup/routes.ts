import { defineRoutesSetup } from '@slidev/types'
import { slides } from '@slidev/client/logic/slides.ts'
import { routes as pages } from 'virtual:lectern/routes'
import type { NavigationGuardReturn, RouteComponent, RouteLocationNormalized } from 'vue-router'
import { partsOf, resolveAddress, wholeStep } from '../navigation/addresses'
import { loadNotes } from '../narration/notesOnRequest'
import { mendHistory } from '../navigation/history'

// Before Slidev makes its router, which writes the history at once.
mendHistory()

/** Slidev shows another slide, or none, where an address names one that there is not, and counts on from half a step. */
function answerAddress({ hash, name, params, path, query }: RouteLocationNormalized): NavigationGuardReturn {
  const slide = String(params.no)
  // The page that shows any slide, on hosts that have it as a file.
  if (slide === 'index.html' || slide === 'app.html')
    return { path: '/', query, hash }
  const answer = resolveAddress(slide, slides.value.map(({ meta }) => meta.slide.frontmatter))
  switch (answer.kind) {
    case 'slide': {
      const clicks = wholeStep(query.clicks)
      return clicks === (query.clicks ?? undefined) || { name, params, query: { ...query, clicks }, hash, replace: true }
    }
    case 'renamed': return { name, params: { no: answer.alias }, query, hash, replace: true }
    // The router encodes parts again.
    case 'unknown': return { name: 'NotFound', params: { pathMatch: partsOf(path) }, query, hash }
  }
}

/** Takes the name of its file from the address of a page, as a list of files has it. */
function withoutFile({ hash, path, query }: RouteLocationNormalized): NavigationGuardReturn {
  return !path.endsWith('/index.html') || { path: path.slice(0, -'index.html'.length), query, hash, replace: true }
}

type View = () => Promise<RouteComponent | { default: RouteComponent }>

/** Fetches a view together with the notes that it shows, so that it is never drawn without them. */
function withNotes(view: View): View {
  return async () => (await Promise.all([view(), loadNotes()]))[0]
}

/**
 * Puts our print page in place of Slidev's and adds it to the built site, which has none of its own; the handout, the
 * pages to read and the checks before a talk are beside it. The presenter view is ours too, with Slidev's a button away. An address that is unknown gets a page that says so, and the overview its names.
 */
export default defineRoutesSetup((routes) => {
  const own = [
    { name: 'print', path: '/print', component: () => import('../print/print.vue') },
    { name: 'handout', path: '/handout', component: withNotes(() => import('../print/handout.vue')) },
    { name: 'read', path: '/read', component: withNotes(() => import('../reader/read.vue')) },
    { name: 'preflight', path: '/preflight', component: withNotes(() => import('../presenter/preflight/PreflightPage.vue')) },
    ...pages,
  ]
  const notFound = { name: 'NotFound', path: '/:pathMatch(.*)*', component: () => import('../reader/not-found.vue'), beforeEnter: withoutFile }
  const kept = routes.filter(({ name }) => name !== 'print' && name !== notFound.name)
  for (const route of kept) {
    if (route.name === 'play' || route.name === 'presenter')
      route.beforeEnter = [route.beforeEnter ?? [], answerAddress].flat()
    if (route.name === 'overview')
      route.component = withNotes(() => import('../reader/overview.vue'))
    if (route.name === 'presenter')
      route.component = withNotes(() => import('../presenter/PresenterView.vue'))
    if (route.name === 'notes')
      route.component = withNotes(route.component as View)
  }
  return [...own, ...kept, notFound]
})
