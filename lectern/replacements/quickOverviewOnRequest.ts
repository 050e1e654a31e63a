/** Takes the place of Slidev’s QuickOverview.vue until it is opened. plugin.ts swaps them. */
import { showOverview } from '@slidev/client/state/storage.ts'
import { onRequest } from './onRequest'

// By its package, as its file leads here.
export default onRequest(showOverview, () => import('@slidev/client/internals/QuickOverview.vue'))
