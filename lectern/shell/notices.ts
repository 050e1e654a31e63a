import { computed, shallowRef } from 'vue'

/** One quiet sentence to the reader with one thing to do about it. */
export interface Notice {
  /** A notice takes the place of an earlier one of the same id. */
  id: string
  text: string
  action:
    | { label: string, run: () => void }
    /** A link; asked for when it is drawn, so that it may depend on the slide. */
    | { label: string, href: () => string }
  /** Whether the next move to another slide or step answers it. */
  untilMove?: boolean
  /** The reader has declined. */
  onDismiss?: () => void
}

const queue = shallowRef<readonly Notice[]>([])

/** The notice to show. One at a time, in the order in which they came. */
export const currentNotice = computed<Notice | undefined>(() => queue.value[0])

/** Shows a notice when its turn comes and nobody is giving a talk: see NoticeBar.vue. */
export function showNotice(notice: Notice): void {
  queue.value = [...queue.value.filter(({ id }) => id !== notice.id), notice]
}

export function withdrawNotice(id: string): void {
  queue.value = queue.value.filter(notice => notice.id !== id)
}

/** Withdraws what a move to another slide or step has answered. */
export function noticeMove(): void {
  queue.value = queue.value.filter(({ untilMove }) => !untilMove)
}
