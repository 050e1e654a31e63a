/*
 * Whether a talk is in time: the plan, made of the `minutes` of its slides, beside the clock. Rules alone, without Vue.
 */

/** A slide of the talk that is given. */
export interface PlannedSlide {
  /** Number of the slide, from 1. */
  no: number
  /** Planned speaking time in seconds; 0 where the slide names none. */
  seconds: number
}

/** Where a talk is. */
export interface TalkPosition {
  /** Number of the slide, from 1. */
  no: number
  /** Its steps that are shown before this one, from 0. */
  step: number
  /** The last of them, from 0. */
  lastStep: number
}

export interface Pace {
  /** Seconds of the plan that are over when the slide begins, and when it ends. */
  begins: number
  ends: number
  /**
   * Seconds by which the talk is behind its plan, below 0 where it is ahead; 0 as long as this step is planned for now. The
   * time of a slide is shared out to its steps alike.
   */
  behind: number
  /** Seconds of the whole plan. */
  planned: number
}

/** Seconds of the whole plan. */
export function plannedSeconds(plan: readonly PlannedSlide[]): number {
  return plan.reduce((sum, { seconds }) => sum + seconds, 0)
}

/**
 * Compares a talk with its plan. Undefined where no slide has a time, or the slide is not part of the talk.
 * @param passed seconds since the start; less by what has been left out, which is to be made up for
 */
export function paceOf(plan: readonly PlannedSlide[], { lastStep, no, step }: TalkPosition, passed: number): Pace | undefined {
  const index = plan.findIndex(slide => slide.no === no)
  const planned = plannedSeconds(plan)
  if (index < 0 || planned === 0)
    return undefined
  const begins = plannedSeconds(plan.slice(0, index))
  const { seconds } = plan[index]!
  const share = seconds / (lastStep + 1)
  const from = begins + Math.min(step, lastStep) * share
  const behind = Math.max(passed - (from + share), 0) || Math.min(passed - from, 0)
  return { begins, ends: begins + seconds, behind, planned }
}

/**
 * What to leave out to be in time again: of the slides to come those that the shorter talk does without, one after the
 * other, until as much is saved as is missing. Empty where the talk is in time, or there is nothing to leave out.
 * @param optional whether the shorter talk does without a slide
 * @param behind seconds
 */
export function slidesToDrop(plan: readonly PlannedSlide[], here: number, optional: (no: number) => boolean, behind: number): PlannedSlide[] {
  const dropped: PlannedSlide[] = []
  for (const slide of plan) {
    if (slide.no > here && slide.seconds > 0 && optional(slide.no) && plannedSeconds(dropped) < behind)
      dropped.push(slide)
  }
  return dropped
}
