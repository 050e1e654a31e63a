// The parts of Slidev's client that the print page is made of. They are no public API: Slidev publishes them as
// TypeScript sources that do not pass our settings, so tsconfig.json maps `@slidev/client/*` to this file.
import type { DeckSlide } from './slidev-client'
import type { ClicksContext, SlideRoute } from '@slidev/types'
import type { ComputedRef, DefineComponent, MaybeRefOrGetter, Ref } from 'vue'

declare module 'vue-router' {
  interface RouteMeta {
    slide?: DeckSlide['meta']['slide']
  }
}

export interface FixedNav {
  clicksContext: ComputedRef<ClicksContext>
}

export declare const CLICKS_MAX: number
/** The deck's headmatter; `info` is HTML. */
export declare const configs: { title: string, info?: string | false }
export declare function createFixedClicks(route: SlideRoute, current: MaybeRefOrGetter<number>): ClicksContext
export declare function useFixedNav(route: SlideRoute, clicks: ClicksContext): FixedNav
export declare function useNav(): { slides: Ref<SlideRoute[]>, isPrintWithClicks: Ref<boolean> }

/** `internals/PrintSlideClick.vue`: one page in the print view. */
declare const PrintSlideClick: DefineComponent<{ nav: FixedNav }>
export default PrintSlideClick
