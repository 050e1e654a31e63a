import { useNav } from '@slidev/client'
import { useTimer } from '@slidev/client/composables/useTimer.ts'
import { watch } from 'vue'
import { useStage } from './stage'

/**
 * Lets the clock run once the talk leaves its first state by a step: who looks around in the deck before the talk starts
 * nothing.
 */
export function startAtFirstMove(): void {
  const { clicks, currentSlideNo } = useNav()
  const { resume, status } = useTimer()
  const { plan } = useStage()

  watch([currentSlideNo, clicks], ([no, step], [noBefore, stepBefore]) => {
    const [first, second] = plan.value
    const wasFirst = noBefore === first?.no && stepBefore === 0
    const isNext = no === noBefore ? step === 1 : step === 0 && no === second?.no
    if (status.value === 'stopped' && wasFirst && isNext)
      resume()
  })
}
