import { injectionSlidevContext } from '@slidev/client/constants.ts'
import { configs } from '@slidev/client/env.ts'
import { defineRootSetup, type SlideRoute } from '@slidev/types'
import { inject, toRaw, type Ref } from 'vue'
import { hideLeftSlides } from '../navigation/leftSlides'
import { holdPresses } from '../navigation/presses'
import { followTalk, type StageNav } from '../presenter/stage'

type Nav = StageNav & { currentSlideRoute: Ref<SlideRoute> }

export default defineRootSetup(() => {
  // Slidev’s own object, before any part of its client has taken functions out of it.
  const { nav } = toRaw(inject(injectionSlidevContext)) as { nav: Nav }
  hideLeftSlides(nav.currentSlideNo)
  followTalk(nav, configs.cut)
  holdPresses(Object.assign(nav, {
    isDrawn: () => nav.clicksContext.value.isMounted,
    // Slidev gives a layout in place of a slide that cannot be fetched, which is no module.
    canDraw: async () => 'default' in await nav.currentSlideRoute.value.load(),
  }))
})
