import type { Browser, JSHandle } from 'playwright-chromium'
import type { App } from 'vue'
import { slideName, type Deck } from '../deck/deck'
import { canvas } from '../export/slides'
import { UserError } from '../cli/run'
import type { Site } from './serve'
import { takeSnapshots, type Snapshot } from './snapshot'
import { waitUntilStill } from './still'

/** Class of what a frame shows: one slide as large as its canvas. */
const FRAME = 'framed-slide'

/**
 * Takes a snapshot of each slide before its first click, as the app shows it, by walking through the deck.
 * @returns what each slide shows, by its number
 * @throws UserError that names the slide, where one fails or does not come
 */
export async function drawFrames(browser: Browser, site: Pick<Site, 'url'>, { slides }: Deck): Promise<Map<number, Snapshot>> {
  const page = await browser.newPage({ viewport: canvas, colorScheme: 'light', reducedMotion: 'reduce' })
  try {
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await page.goto(`${site.url}/`)
    const frames: JSHandle<HTMLElement>[] = []
    for (const [index, slide] of slides.entries()) {
      const { alias, no } = slide
      if (index > 0)
        await page.evaluate(goTo, `/${alias ?? no}`)
      const isDrawn = await page.waitForFunction(isAlone, no).then(() => waitUntilStill(page)).then(() => true, () => false)
      if (errors[0] !== undefined || !isDrawn)
        throw new UserError(`${slideName(slide)} failed: ${errors[0]?.split('\n')[0] ?? 'it did not come'}`)
      frames.push(await page.evaluateHandle(copyFrame, { frame: FRAME, no }))
    }
    await page.evaluate(setAside, frames)
    const snapshots = await takeSnapshots(page, `.${FRAME}`, { toPixel: true })
    return new Map(slides.map(({ no }, index) => [no, snapshots[index]!]))
  }
  finally {
    await page.close()
  }
}

/** Goes to another page of the app, by its router: a key that comes while the app is busy may be lost. Runs in the browser. */
function goTo(path: string): void {
  const { __vue_app__: app } = document.querySelector('#app') as Element & { __vue_app__: App }
  void app.config.globalProperties.$router.push(path)
}

/** Whether a slide is there, and no other, and stays where it is. It may have nothing on it. Runs in the browser. */
function isAlone(no: number): boolean {
  const pages = Array.from(document.querySelectorAll<HTMLElement>('#slideshow > .slidev-page')).filter(page => page.checkVisibility())
  return pages.length === 1
    && pages[0]!.matches(`[data-slidev-no="${no}"]`)
    // What never ends is part of the slide.
    && document.getAnimations().every(({ effect, playState }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity)
}

/**
 * Copies the slide that is shown, without what the app keeps around it. The copy is not left in the document: with each
 * one there, the next slides would be drawn more slowly. Runs in the browser.
 */
function copyFrame({ frame, no }: { frame: string, no: number }): HTMLElement {
  const content = document.querySelector('#slide-content')!
  // The frame stands beside the app for a moment, which looks for its own parts by these names.
  const copy = content.cloneNode() as HTMLElement
  copy.removeAttribute('id')
  copy.style.removeProperty('--slidev-slide-scale')
  copy.classList.add(frame)
  const parts = [document.querySelector(`#slideshow > [data-slidev-no="${no}"]`), ...content.querySelectorAll('[data-first-frame]')]
  copy.append(...parts.flatMap(part => part ? [part.cloneNode(true)] : []))
  document.body.append(copy)

  // Each line of the largest texts keeps the width that it has in the deck’s own font, so that they take the same room
  // before that has come: else the app’s, if larger, would count as a new largest paint. They stay in one block, since a
  // paint is that of a block.
  const [headline = 0, ...areas] = Array.from(copy.querySelectorAll('h1, p'), (block) => {
    const text = document.createRange()
    text.selectNodeContents(block)
    const { height, width } = text.getBoundingClientRect()
    return width * height
  })
  copy.querySelectorAll('h1, p').forEach((block, index) => {
    if (index > 0 && areas[index - 1]! <= headline)
      return
    const lines: { all: Range, left: number, right: number }[] = []
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let last = Infinity
    while (texts.nextNode()) {
      for (let at = 0; at < (texts.currentNode as Text).length; at += 1) {
        const letter = document.createRange()
        letter.setStart(texts.currentNode, at)
        letter.setEnd(texts.currentNode, at + 1)
        // None for a space beside another or at the end of a line.
        const { left, right, width } = letter.getBoundingClientRect()
        if (width === 0)
          continue
        if (left < last)
          lines.push({ all: letter, left, right })
        lines.at(-1)!.right = right
        last = left
      }
    }
    const widest = Math.max(...lines.map(({ left, right }) => right - left))
    block.classList.add('pinned')
    // As attributes: a style object would round them.
    block.setAttribute('style', `width:${widest}px`)
    // From the last one on: taking it out leaves what stands before it where it is.
    let next: Element | undefined
    for (const { all, left, right } of lines.reverse()) {
      if (next)
        all.setEndBefore(next)
      else
        all.setEnd(block, block.childNodes.length)
      const line = document.createElement('span')
      line.setAttribute('style', `margin-right:${widest - (right - left)}px`)
      line.append(all.extractContents())
      all.insertNode(line)
      if (next && !line.querySelector('br'))
        next.before(document.createElement('br'))
      next = line
    }
  })
  copy.remove()
  return copy
}

/** Puts the frames where selectors find them, but nobody has to draw them. Runs in the browser. */
function setAside(frames: HTMLElement[]): void {
  const aside = document.createElement('div')
  aside.hidden = true
  aside.append(...frames)
  document.body.append(aside)
}
