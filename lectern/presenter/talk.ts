/*
 * The way of a talk through the slides: which ones the keys visit on stage, and which of their steps. Rules alone, without
 * Vue; setup/root.ts ties them to Slidev’s navigation.
 */

import type { PlannedSlide } from './pace'

/** A state of the talk. */
export interface TalkState {
  /** Number of the slide, from 1. */
  no: number
  /** Clicks on it, from 0. */
  step: number
}

/** A slide as the talk sees it. */
export interface TalkSlide {
  /** Lengths of the talk, in minutes, that the slide belongs to; without any it is for readers. */
  cuts?: readonly number[]
  /** How many of its states are spoken, where that is not all of them; the others are there by hand. */
  spoken?: number
  /** Planned speaking time. */
  minutes?: number
}

/** Where a talk has been left for a slide that is not part of it. */
export interface LeftState extends TalkState {
  /** Whether the slide had another step to show. */
  hasMore: boolean
}

/** The length of the talk that is given where none is chosen: the longest. */
export function fullCut(slides: readonly TalkSlide[]): number {
  return Math.max(0, ...slides.flatMap(({ cuts }) => cuts ?? []))
}

/** The talk of so many minutes, through the slides of the deck in their order. */
export class Talk {
  /** @param skipped numbers of slides that are left out this time */
  constructor(private readonly slides: readonly TalkSlide[], private readonly cut: number, private readonly skipped: ReadonlySet<number> = new Set()) {}

  /** @param no number of a slide, from 1 */
  has(no: number): boolean {
    return !this.skipped.has(no) && (this.slides[no - 1]?.cuts?.includes(this.cut) ?? false)
  }

  /** Its slides, with the time that is planned for each. */
  get plan(): PlannedSlide[] {
    return this.slides.flatMap(({ minutes = 0 }, index) => this.has(index + 1) ? { no: index + 1, seconds: minutes * 60 } : [])
  }

  /** Whether the next shorter talk does without a slide; never where this one is the shortest. */
  isOptional(no: number): boolean {
    const shorter = Math.max(...this.slides.flatMap(({ cuts }) => cuts ?? []).filter(cut => cut < this.cut))
    return Number.isFinite(shorter) && this.has(no) && !this.slides[no - 1]!.cuts!.includes(shorter)
  }

  /** The last step that is shown on stage. @param total the last that there is */
  lastStep(no: number, total: number): number {
    const spoken = this.slides[no - 1]?.spoken
    return spoken === undefined ? total : Math.min(total, Math.max(spoken - 1, 0))
  }

  /** Number of the next slide of the talk; none after the last. */
  slideAfter(no: number): number | undefined {
    return this.find(no, 1)
  }

  /** Number of the slide of the talk before; none before the first. */
  slideBefore(no: number): number | undefined {
    return this.find(no, -1)
  }

  /** Whether one of two slides follows the other in the talk. */
  areNeighbours(a: number, b: number): boolean {
    return this.has(a) && this.has(b) && this.slideAfter(Math.min(a, b)) === Math.max(a, b)
  }

  /**
   * Where “next” leads from a slide that is not part of the talk: on from where the talk was left.
   * @param left the last place of the talk; undefined where it has not been on any of its slides
   */
  resume(here: number, left: LeftState | undefined): TalkState | undefined {
    if (!left)
      return first(this.slideAfter(here))
    return left.hasMore ? { no: left.no, step: left.step + 1 } : first(this.slideAfter(left.no)) ?? left
  }

  private find(no: number, by: 1 | -1): number | undefined {
    for (let other = no + by; other >= 1 && other <= this.slides.length; other += by) {
      if (this.has(other))
        return other
    }
  }
}

function first(no: number | undefined): TalkState | undefined {
  return no === undefined ? undefined : { no, step: 0 }
}
