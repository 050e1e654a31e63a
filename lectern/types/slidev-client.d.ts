/**
 * What the addon and the deck around it use of `@slidev/client`, which is published as TypeScript sources that do not
 * pass our compiler settings. `paths` in tsconfig.json puts this file in its place.
 */
import type { ClicksContext, RenderContext } from '@slidev/types'
import type { ComputedRef, Ref } from 'vue'
import type { Router } from 'vue-router'
import type { HandoutForm } from '../config/config'

/** Frontmatter of a slide, as far as Lectern reads it; a deck adds its own fields to the interface. */
export interface SlideFrontmatter {
  /** The chapter that it opens. */
  chapter?: string
  /** Minutes of the talks in which it stays; none where it is for readers. */
  cuts?: number[]
  /** Aliases that the slide once had; they lead to it. */
  formerAliases?: string[]
  layout?: string
  clicksStart?: number
  /** Planned speaking time. */
  minutes?: number
  /** Steps that get a page of their own in every export; without it, the last one. */
  print?: 'steps' | number[]
  routeAlias?: string
  /** How many of its states are spoken, where that is not all of them. */
  spoken?: number
  /** What the handout makes of it. */
  handout?: HandoutForm
}

export interface NavSlide {
  no: number
  meta: {
    slide: { frontmatter: SlideFrontmatter, title?: string, noteHTML?: string }
    transition?: string | object
    /** Whether it stays drawn while another slide is shown. */
    __preloaded: boolean
  }
  load: () => Promise<unknown>
}

export function useNav(): {
  slides: Ref<NavSlide[]>
  currentSlideNo: ComputedRef<number>
  currentSlideRoute: ComputedRef<NavSlide>
  currentLayout: ComputedRef<string>
  clicks: ComputedRef<number>
  clicksContext: ComputedRef<ClicksContext>
  isEmbedded: ComputedRef<boolean>
  /** Whether this window shows the slides: not the presenter view, nor paper. */
  isPlaying: ComputedRef<boolean>
  isPresenter: ComputedRef<boolean>
  isPrintMode: ComputedRef<boolean>
  router: Router
  next: () => Promise<void>
  prev: () => Promise<void>
  go: (no: number, clicks?: number) => Promise<void>
}

/** The deck’s title, as the headmatter has it. */
export const slidesTitle: string

/** Keeps keys from moving the deck. @returns lets them again */
export function lockShortcuts(): () => void

export function useSlideContext(): {
  $clicksContext: ClicksContext
  $page: Ref<number>
  $renderContext: Ref<RenderContext>
}
