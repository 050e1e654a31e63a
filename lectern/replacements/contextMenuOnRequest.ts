/** Takes the place of Slidev’s ContextMenu.vue until it is opened. plugin.ts swaps them. */
import { currentContextMenu } from '@slidev/client/logic/contextMenu.ts'
import { onRequest } from './onRequest'

// By its package, as its file leads here.
export default onRequest(currentContextMenu, () => import('@slidev/client/internals/ContextMenu.vue'))
