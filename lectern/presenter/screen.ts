import { useMousePosInSlide } from '@slidev/client/composables/useMousePosInSlide.ts'
import { watch } from 'vue'
import { sharedState } from '../replacements/sharedState'

/** Times by which a part of a slide is shown larger. */
const SCALE = 2

/** Where the pointer was last on the slide, in hundredths of it. */
let pointer = { x: 50, y: 50 }

/** Covers the slides in every window of the talk, or uncovers them. */
export function toggleBlank(colour: 'black' | 'white'): void {
  const { screen } = sharedState
  screen.blank = screen.blank === colour ? undefined : colour
}

/** Shows the part of the slide under the pointer larger, in every window of the talk, or the whole slide again. */
export function toggleZoom(): void {
  const { screen } = sharedState
  screen.zoom = screen.zoom ? undefined : { ...pointer, scale: SCALE }
}

/** Uncovers the slides and shows them whole. */
export function clearScreen(): void {
  const { screen } = sharedState
  screen.blank = screen.zoom = undefined
}

/** Lets the part that is shown larger follow the pointer over the slide. */
export function useZoomAtPointer(): void {
  watch(useMousePosInSlide(), (place) => {
    if (!place)
      return
    pointer = place
    const { screen } = sharedState
    if (screen.zoom)
      screen.zoom = { ...pointer, scale: SCALE }
  })
}
