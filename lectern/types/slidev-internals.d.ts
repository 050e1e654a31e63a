// The parts of Slidev's client that the print page is made of. They are no public API: Slidev publishes them as
// TypeScript sources that do not pass our settings, so tsconfig.json maps `@slidev/client/*` to this file.
import type { NavSlide } from './slidev-client'
import type { ClicksContext, SlideRoute } from '@slidev/types'
import type { ComputedRef, DefineComponent, InjectionKey, MaybeRefOrGetter, Ref } from 'vue'
import type { Router } from 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    slide?: NavSlide['meta']['slide']
  }
}

export interface FixedNav {
  clicksContext: ComputedRef<ClicksContext>
}

/** `state/storage.ts` */
export declare const magicKeys: { current: Set<string>, enter: Ref<boolean>, shift: Ref<boolean> }
export declare const hmrSkipTransition: Ref<boolean>
/** Of the settings: whether the screen is to stay lit. */
export declare const wakeLockEnabled: Ref<boolean>
/** The menu “Sync Mode” sets it. */
export declare const syncDirections: Ref<Record<`${'presenter' | 'viewer'}${'Send' | 'Receive'}`, boolean>>
/** In development, of the editor beside the slide. */
export declare const showEditor: Ref<boolean>
export declare const showGotoDialog: Ref<boolean>
export declare const showInfoDialog: Ref<boolean>
export declare const showOverview: Ref<boolean>

/** `logic/shortcuts.ts` */
export declare function registerShortcuts(): void
/** `composables/useSwipeControls.ts` */
export declare function useSwipeControls(root: Readonly<Ref<HTMLElement | null>>): void
/** `composables/useMousePosInSlide.ts`: in hundredths of the main slide; undefined where the pointer is elsewhere. */
export declare function useMousePosInSlide(): ComputedRef<{ x: number, y: number } | undefined>
/** `composables/useDrawings.ts` */
export declare function useDrawings(): { isDrawing: Ref<boolean> }
/** Settings of the presenter view’s pointer. */
export declare const cursorStyle: Ref<'cursor' | 'laser'>
export declare const showPresenterCursor: Ref<boolean>
/** `logic/contextMenu.ts` */
export declare function onContextMenu(event: MouseEvent): void
export declare const currentContextMenu: Ref<object | null>
/** Whether a text field has the focus, or something locks Slidev’s keys. */
export declare const isOnFocus: Ref<boolean>
export declare const shortcutsLocked: Ref<boolean>
/** `composables/useClicks.ts` */
export declare function createClicksContextBase(current: Ref<number>, clicksStart?: number, total?: number): ClicksContext

/** `composables/useTimer.ts` */
export declare function useTimer(): {
  status: ComputedRef<'stopped' | 'running' | 'paused'>
  mode: ComputedRef<'countdown' | 'stopwatch'>
  /** Planned, in seconds. */
  duration: ComputedRef<number>
  /** In seconds. */
  passed: ComputedRef<number>
  reset: () => void
  resume: () => void
  toggle: () => void
}

/** `logic/slides.ts` */
export declare const slides: Ref<SlideRoute[]>
export declare function getSlide(aliasOrNumber: string): SlideRoute | undefined
export declare function getSlidePath(slide: SlideRoute, isPresenter: boolean): string

export declare const CLICKS_MAX: number
export declare const injectionSlidevContext: InjectionKey<object>
/** The deck's headmatter; `info` is HTML. */
export declare const configs: {
  title: string
  info?: string | false
  themeConfig: object
  transition: string | object | null
  /** Lists of families by use, and other settings. */
  fonts?: Record<string, unknown>
  /** Minutes of the talk that `--cut` chose; setup/preparser.ts writes it. */
  cut?: number
}
/** Width of a slide by its height. */
export declare const slideAspect: ComputedRef<number>
export declare function createFixedClicks(route: SlideRoute, current: MaybeRefOrGetter<number>): ClicksContext
export declare function useFixedNav(route: SlideRoute, clicks: ClicksContext): FixedNav
export declare function useNav(): {
  slides: Ref<SlideRoute[]>
  clicksContext: ComputedRef<ClicksContext>
  currentSlideNo: ComputedRef<number>
  currentSlideRoute: ComputedRef<SlideRoute>
  hasNext: ComputedRef<boolean>
  nextRoute: ComputedRef<SlideRoute>
  getPrimaryClicks: (route: SlideRoute) => ClicksContext
  next: () => Promise<void>
  prev: () => Promise<void>
  isNotesViewer: ComputedRef<boolean>
  isPresenter: ComputedRef<boolean>
  isPrintMode: ComputedRef<boolean>
  isPrintWithClicks: Ref<boolean>
  router: Router
}

/**
 * `internals/PrintSlideClick.vue`, one page in the print view, takes `nav`; `internals/SlideWrapper.vue`, one slide,
 * takes the others; `pages/overview.vue` takes nothing.
 */
declare const Internal: DefineComponent<{ nav?: FixedNav, persist?: boolean, clicksContext?: ClicksContext, route?: SlideRoute }>
export default Internal
