import { useTimer } from '@slidev/client/composables/useTimer.ts'
import { computed, watch } from 'vue'
import { clockOf } from './clock'

/** Slidev’s timer, with what it shows worked out by us. */
export function useClock() {
  const { duration, mode, passed, reset, resume, status, toggle } = useTimer()
  // Slidev stands a clock still that was paused or set back here, also once another window lets it run again.
  watch(status, now => now === 'running' && resume())
  const clock = computed(() => clockOf({
    mode: mode.value,
    isStopped: status.value === 'stopped',
    passed: passed.value,
    planned: duration.value,
  }))
  return { clock, status, reset, toggle }
}
