import type { Page } from 'playwright-chromium'

/** Runs in the browser. Slidev draws diagrams aside, one after another, and sets them into their slides as they are done. */
function isStill(): boolean {
  // Measuring makes the browser ask for fonts: before that it takes all of them for loaded.
  return document.body.offsetHeight >= 0
    && document.fonts.status === 'loaded'
    && Array.from(document.images).every(image => image.complete)
    && !document.querySelector('.slidev-slide-loading, #mermaid-rendering-container > *')
}

/** Waits until what stands on a page is there in its final look: slides, fonts, pictures, diagrams. */
export async function waitUntilStill(page: Page): Promise<void> {
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
