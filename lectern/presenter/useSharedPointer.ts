import { useDrawings } from '@slidev/client/composables/useDrawings.ts'
import { useMousePosInSlide } from '@slidev/client/composables/useMousePosInSlide.ts'
import { cursorStyle, showPresenterCursor } from '@slidev/client/state/storage.ts'
import { onBeforeUnmount, onMounted, ref, watchEffect } from 'vue'
import { sharedState } from '../replacements/sharedState'

/** Shows the audience where the speaker points on the slide, as a pointer or a laser’s spot. */
export function useSharedPointer(): void {
  const { isDrawing } = useDrawings()
  const mouse = useMousePosInSlide()
  const hasFocus = ref(document.hasFocus())
  const onFocus = (): boolean => hasFocus.value = document.hasFocus()
  onBeforeUnmount(() => ['focus', 'blur'].forEach(type => window.removeEventListener(type, onFocus)))
  onMounted(() => {
    ['focus', 'blur'].forEach(type => window.addEventListener(type, onFocus))
    watchEffect(() => {
      sharedState.cursor = mouse.value && hasFocus.value && !isDrawing.value && showPresenterCursor.value
        ? { ...mouse.value, style: cursorStyle.value }
        : undefined
    })
  })
}
