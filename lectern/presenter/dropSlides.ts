import { sharedState } from '../replacements/sharedState'
import { paceOf, slidesToDrop, type PlannedSlide } from './pace'
import type { Timer } from './stageMessages'
import { useStage } from './stage'

/** Seconds behind the plan from which on leaving something out is offered. */
const WORTH_DROPPING = 30

/** Seconds on a clock; 0 before it has run. */
function secondsOn({ pausedAt, startedAt, status }: Timer): number {
  if (status === 'stopped' || !startedAt)
    return 0
  return Math.max(((status === 'paused' ? pausedAt : Date.now()) - startedAt) / 1000, 0)
}

/**
 * The slides to leave out, for a talk that is behind.
 * @param elapsed seconds on the clock
 */
export function offeredDrops(elapsed: number): PlannedSlide[] {
  const { at, plan, saved, talk } = useStage()
  const behind = paceOf(plan.value, at.value, elapsed - saved.value)?.behind ?? 0
  return behind < WORTH_DROPPING ? [] : slidesToDrop(plan.value, at.value.no, no => talk.value.isOptional(no), behind)
}

/** Leaves them out. */
export function dropSlides(): void {
  const drops = offeredDrops(secondsOn(sharedState.timer))
  if (drops.length > 0)
    useStage().skip(drops.map(({ no }) => no))
}
