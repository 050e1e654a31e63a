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

/** Remembers where the pointer is on the slide, and lets the part that is shown larger follow it. */
export function followPointer({ clientX, clientY }: PointerEvent): void {
  const slide = document.querySelector('#slide-content')
  if (!slide)
    return
  const { height, left, top, width } = slide.getBoundingClientRect()
  const [x, y] = [(clientX - left) / width * 100, (clientY - top) / height * 100]
  if (Math.abs(x - 50) > 50 || Math.abs(y - 50) > 50)
    return
  pointer = { x, y }
  const { screen } = sharedState
  if (screen.zoom)
    screen.zoom = { ...pointer, scale: SCALE }
}
