import { expect, type Page } from '@playwright/test'
import type { State } from './places'

/**
 * The words of the step that is spoken now, up to the end of their paragraph, as the note’s own marks delimit them, and
 * how much of them can be seen. Runs in the browser.
 */
function seeStep(step: number) {
  const note = document.querySelector('.slidev-note')
  if (!note)
    return null
  const marks = [...note.querySelectorAll<HTMLElement>('[data-clicks]')]
  const mark = marks.find(({ dataset }) => Number(dataset.clicks) === step)
  if (step > 0 && !mark)
    return null
  const words = document.createRange()
  const paragraph = mark ? mark.closest('.slidev-note > *')! : note.firstElementChild!
  words.selectNodeContents(paragraph)
  if (mark)
    words.setStartAfter(mark)
  const next = marks.find(({ dataset }) => Number(dataset.clicks) === step + 1)
  if (next && paragraph.contains(next))
    words.setEndBefore(next)

  // What every box around cuts off, the window last.
  const room = { top: 0, bottom: innerHeight }
  for (let box: Element | null = note; box; box = box.parentElement) {
    if (getComputedStyle(box).overflowY === 'visible')
      continue
    const { top } = box.getBoundingClientRect()
    room.top = Math.max(room.top, top + box.clientTop)
    room.bottom = Math.min(room.bottom, top + box.clientTop + box.clientHeight)
  }
  const lines = [...words.getClientRects()].filter(({ width }) => width > 0)
  const top = Math.min(...lines.map(({ top }) => top))
  const bottom = Math.max(...lines.map(({ bottom }) => bottom))
  const cut = Math.max(room.top - top, 0) + Math.max(bottom - room.bottom, 0)
  return {
    text: words.toString().replace(/\s+/g, ' ').trim(),
    isSeen: bottom - top <= room.bottom - room.top
      ? cut < 1
      // Longer than the box: then from its first line on.
      : Math.abs(top - room.top) < 24 && lines.length > 0,
  }
}

/** Waits until the words of a step can be seen whole in a window of notes. @param where says so in a failure @returns these words */
export async function expectStepSeen(page: Page, { alias, step }: State, where: string): Promise<string> {
  let seen: ReturnType<typeof seeStep> = null
  await expect.poll(async () => (seen = await page.evaluate(seeStep, step))?.isSeen, {
    message: `${where}: ${alias}, step ${step}`,
  }).toBe(true)
  return seen!.text
}
