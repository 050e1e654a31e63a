import { useNav } from '@slidev/client'
import { useTimer } from '@slidev/client/composables/useTimer.ts'
import { shallowReadonly, shallowRef, watch } from 'vue'
import { recall, remember } from '../../shell/storage'
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

/** Keeps what each slide takes, from the start of the clock until it is set back and started anew. */
export function recordRun(): void {
  const { currentSlideRoute } = useNav()
  const { passed, status } = useTimer()
  const { at } = useStage()
  const nameNow = (): string => String(currentSlideRoute.value.meta.slide.frontmatter.routeAlias ?? currentSlideRoute.value.no)

  function note(): void {
    if (!run.value || status.value === 'stopped')
      return
    run.value = visit(run.value, nameNow(), passed.value)
    remember('rehearsal', JSON.stringify(run.value))
  }

  watch(status, (now, before) => {
    // Another window may be behind this start already, and have kept its first moments.
    if (now === 'running' && before === 'stopped')
      run.value = { began: Date.now(), visits: [], until: 0 }
    note()
  })
  watch(() => at.value.no, note)
  watch(currentSlideRoute, note)
  watch(() => Math.floor(passed.value * 1000 / BEAT), note)
}
