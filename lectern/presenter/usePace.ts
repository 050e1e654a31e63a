import { useTimer } from '@slidev/client/composables/useTimer.ts'
import { computed, onBeforeUnmount, ref, watch } from 'vue'
import { offeredDrops } from './dropSlides'
import { paceOf, plannedSeconds } from './pace'
import { useStage } from './stage'

/** Seconds off the plan up to which a talk is in time. */
const IN_TIME = 10

/** How the talk that is given here stands to its plan, and what would bring it back in time. */
export function usePace() {
  const { at, plan, saved } = useStage()
  const { passed, status } = useTimer()

  // Ends move on while the clock stands still.
  const now = ref(Date.now())
  const ticking = setInterval(() => now.value = Date.now(), 1000)
  onBeforeUnmount(() => clearInterval(ticking))

  const elapsed = computed(() => status.value === 'stopped' ? 0 : Math.max(passed.value, 0))
  const planned = computed(() => plannedSeconds(plan.value) + saved.value)
  const pace = computed(() => paceOf(plan.value, at.value, elapsed.value - saved.value))
  const behind = computed(() => {
    const seconds = status.value === 'stopped' ? 0 : Math.round(pace.value?.behind ?? 0)
    return Math.abs(seconds) < IN_TIME ? 0 : seconds
  })
  /** Seconds of the plan that are told: what the clock shows, corrected by what the talk is behind. */
  const told = computed(() => elapsed.value - (pace.value?.behind ?? 0))

  /** Seconds on the clock when this slide was reached. */
  const arrived = ref(elapsed.value)
  watch([() => at.value.no, status], ([no, state], [before, stateBefore]) => {
    if (no !== before || (state === 'running' && stateBefore === 'stopped'))
      arrived.value = elapsed.value
  })

  return {
    status,
    planned,
    behind,
    told,
    /** Seconds at this slide, and those planned for it. */
    here: computed(() => ({
      spent: Math.max(Math.round(elapsed.value - arrived.value), 0),
      planned: pace.value ? Math.round(pace.value.ends - pace.value.begins) : 0,
    })),
    /** When the talk will end, going on as planned. */
    end: computed(() => new Date(now.value + Math.max(planned.value - told.value, 0) * 1000)),
    toDrop: computed(() => offeredDrops(elapsed.value)),
  }
}
