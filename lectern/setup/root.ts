import { injectionSlidevContext } from '@slidev/client/constants.ts'
import { configs } from '@slidev/client/env.ts'
import { defineRootSetup, type SlideRoute } from '@slidev/types'
import { inject, toRaw, toRef, type Ref } from 'vue'
import { hideLeftSlides } from '../navigation/leftSlides'
import { answerClicker, ignoreStartButton } from '../navigation/clickerKeys'
import { holdPresses } from '../navigation/presses'
import { toggleBlank } from '../presenter/screen'
import { isLed, sharedState } from '../replacements/sharedState'
import { followTalk, type StageNav } from '../presenter/stage'

type Nav = StageNav & { currentSlideRoute: Ref<SlideRoute>, isPrintMode: Ref<boolean> }

export default defineRootSetup(() => {
  // Slidev’s own object, before any part of its client has taken functions out of it.
  const { nav } = toRaw(inject(injectionSlidevContext)) as { nav: Nav }
  hideLeftSlides(nav.currentSlideNo)
  followTalk(nav, configs.cut, { isLed, screen: toRef(sharedState, 'screen') })
  holdPresses(Object.assign(nav, {
    isDrawn: () => nav.clicksContext.value.isMounted,
    // Slidev gives a layout in place of a slide that cannot be fetched, which is no module.
    canDraw: async () => 'default' in await nav.currentSlideRoute.value.load(),
  }))
  if (nav.isPrintMode.value)
    return
  answerClicker({
    next: () => void nav.next(),
    prev: () => void nav.prev(),
    black: () => toggleBlank('black'),
    white: () => toggleBlank('white'),
  })
  ignoreStartButton(() => isLed.value && sharedState.timer.status === 'running')
})
