import type { Page } from 'playwright-chromium'
import type { VNode } from 'vue'

/** Runs in the browser. Slidev draws diagrams aside, one after another, and sets them into their slides as they are done. */
function isStill(): boolean {
  // Measuring makes the browser ask for fonts: before that it takes all of them for loaded.
  return document.body.offsetHeight >= 0
    && document.fonts.status === 'loaded'
    && Array.from(document.images).every(image => image.complete)
    && !document.querySelector('.slidev-slide-loading, #mermaid-rendering-container > *')
}

/**
 * Whether nothing on a slide that is shown, or on a page to read, is still being fetched, the slide itself included: that leaves
 * no trace in the document, where a slide may be empty, but Vue knows of it. Runs in the browser.
 */
function isWhole(): boolean {
  const parts = [{ part: (document.querySelector('#app') as Element & { _vnode: VNode })._vnode, isInside: false }]
  for (const { isInside, part: { children, component, el, suspense, type } } of parts) {
    const isHere = isInside || (el instanceof Element && el.matches('.slidev-page, .reading-page') && el.checkVisibility())
    const { __asyncLoader: isFetched = false, __asyncResolved: fetched } = Object(type) as { __asyncLoader?: unknown, __asyncResolved?: unknown }
    if (isHere && ((isFetched && !fetched) || suspense?.isInFallback))
      return false
    for (const part of [component?.subTree, suspense?.activeBranch, ...Array.isArray(children) ? children as VNode[] : []]) {
      if (part)
        parts.push({ part, isInside: isHere })
    }
  }
  return true
}

/** Waits until no part of what a page shows is still being fetched. */
export async function waitUntilWhole(page: Page): Promise<void> {
  await page.waitForFunction(isWhole)
}

/** Waits until what stands on a page is there in its final look: slides, fonts, pictures, diagrams. */
export async function waitUntilStill(page: Page): Promise<void> {
  await waitUntilWhole(page)
  await page.waitForFunction(isStill)
}

/** A picture that did not come. */
export interface LostPicture {
  /** Number of its slide; 0 where it stands on none. */
  slide: number
  address: string
}

/** Pictures of slides that did not come, such as those of other hosts: the browser that draws reaches the site alone. */
export async function lostPictures(page: Page): Promise<LostPicture[]> {
  return page.evaluate(() => Array.from(document.images).flatMap((image) => {
    if (image.naturalWidth > 0 || !image.currentSrc)
      return []
    const slide = Number.parseInt(image.closest('.print-slide-container')?.id.replace('slide-', '') ?? '0')
    return [{ slide, address: image.currentSrc }]
  }))
}
