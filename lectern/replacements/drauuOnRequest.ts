/**
 * Stands in for drauu in Slidev’s client, which needs it once there is a layer to draw on: it comes with that.
 * plugin.ts swaps them.
 */
import type { Drauu, DrawingMode, EventsMap, Options } from 'drauu'

/** As much of Drauu as Slidev uses. */
class DrauuOnRequest {
  private drauu: Drauu | undefined
  private readonly listeners: [keyof EventsMap, () => void][] = []
  /** What to draw first, as SVG. */
  private drawing = ''
  /** How often it was mounted and unmounted: what a slow fetch was for may be over. */
  private changes = 0

  constructor(readonly options: Options) {}

  get el() {
    return this.drauu?.el ?? null
  }

  get mounted() {
    return this.drauu?.mounted ?? false
  }

  get mode() {
    return this.options.brush!.mode!
  }

  set mode(mode: DrawingMode) {
    if (this.drauu)
      this.drauu.mode = mode
    else
      this.options.brush!.mode = mode
  }

  on(event: keyof EventsMap, listener: () => void) {
    this.listeners.push([event, listener])
    this.drauu?.on(event, listener)
  }

  async mount(el: SVGSVGElement, eventTarget: HTMLElement) {
    const change = ++this.changes
    const { createDrauu } = await import('drauu')
    if (change !== this.changes)
      return
    if (!this.drauu) {
      this.drauu = createDrauu(this.options)
      for (const [event, listener] of this.listeners)
        this.drauu.on(event, listener)
    }
    // Its own `load` first tells everybody that there is nothing on the slide.
    el.innerHTML = this.drawing
    this.drauu.mount(el, eventTarget)
    for (const [event, listener] of this.listeners) {
      if (event === 'changed')
        listener()
    }
  }

  unmount() {
    this.changes += 1
    this.drauu?.unmount()
  }

  load(drawing: string) {
    this.drawing = drawing
    if (this.mounted)
      this.drauu!.load(drawing)
  }

  dump() {
    return this.mounted ? this.drauu!.dump() : this.drawing
  }

  clear() {
    this.drawing = ''
    if (this.mounted)
      this.drauu!.clear()
  }

  canUndo() {
    return this.drauu?.canUndo() ?? false
  }

  canRedo() {
    return this.drauu?.canRedo() ?? false
  }

  undo() {
    return this.drauu?.undo() ?? false
  }

  redo() {
    return this.drauu?.redo() ?? false
  }
}

export function createDrauu(options: Options): DrauuOnRequest {
  return new DrauuOnRequest(options)
}
