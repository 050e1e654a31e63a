import { useNav } from '@slidev/client'
import { useTimer } from '@slidev/client/composables/useTimer.ts'
import { onScopeDispose, shallowReadonly, shallowRef, watch } from 'vue'
import { addressName } from '../../reader/titles'
import { onForeignChange, recall, remember } from '../../shell/storage'
import { useStage } from '../stage'
import { visit, type Run } from './times'

function recallRun(): Run | undefined {
  try {
    return JSON.parse(recall('rehearsal') ?? 'null') as Run | null ?? undefined
  }
  catch {
    return undefined
  }
}

const run = shallowRef(recallRun())

/** The last run of the talk that this browser has kept. */
export const lastRun = shallowReadonly(run)

/** Forgets it. */
export function forgetRun(): void {
  run.value = undefined
  remember('rehearsal', null)
}

/** Milliseconds between two entries of how far the clock has come. */
const BEAT = 5000

/** Seconds by which clocks of two windows may differ. */
const SLACK = 5

/** Keeps what each slide takes, from the start of the clock until it is set back and started anew. */
export function recordRun(): void {
  const { currentSlideRoute } = useNav()
  const { passed, status } = useTimer()
  const { at } = useStage()

  function note(): void {
    if (status.value === 'stopped')
      return
    // None yet, or one of a clock that was set back while this window slept: this one begins where the clock is.
    const isOlder = !run.value || passed.value < run.value.until - SLACK
    run.value = visit(isOlder ? { began: Date.now() - passed.value * 1000, visits: [], until: passed.value } : run.value!, addressName(currentSlideRoute.value), passed.value)
    remember('rehearsal', JSON.stringify(run.value))
  }

  watch(status, (now, before) => {
    // A new run, however short the last one was.
    if (now === 'running' && before === 'stopped')
      run.value = { began: Date.now(), visits: [], until: 0 }
    note()
  })
  watch(() => at.value.no, note)
  watch(currentSlideRoute, note)
  watch(() => Math.floor(passed.value * 1000 / BEAT), note)
  // Another window has kept or forgotten it.
  onScopeDispose(onForeignChange('rehearsal', () => run.value = recallRun()))
}
