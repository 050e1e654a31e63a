import { readonly, ref } from 'vue'
import { recall, remember } from '../shell/storage'

const choice = ref(recall('presenter-view') === 'slidev')

/** Whether this browser shows Slidev’s own presenter view. */
export const wantsOwnView = readonly(choice)

/** Changes between Slidev’s presenter view and ours, for good. */
export function toggleOwnView(): void {
  choice.value = !choice.value
  remember('presenter-view', choice.value ? 'slidev' : null)
}
