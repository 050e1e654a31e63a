/**
 * What this deck uses of `@slidev/client`, which is published as TypeScript sources that do not pass our compiler
 * settings. `paths` in tsconfig.json puts this file in its place.
 */
import type { ClicksContext, RenderContext } from '@slidev/types'
import type { ComputedRef, Ref } from 'vue'
import type { Router } from 'vue-router'
import type { ChapterId } from '../data/chapters'

/** Frontmatter of a slide, as far as the deck’s own components read it. */
export interface SlideFrontmatter {
  chapter?: ChapterId
  /** Planned speaking time. */
  minutes: number
  /** Steps that get a page of their own in every export; without it, the last one. */
  print?: 'steps' | number[]
  routeAlias: string
}

export interface DeckSlide {
  no: number
  meta: { slide: { frontmatter: SlideFrontmatter, title?: string, noteHTML?: string } }
}

export function useNav(): {
  slides: Ref<DeckSlide[]>
  currentSlideNo: ComputedRef<number>
  currentLayout: ComputedRef<string>
  isPrintMode: ComputedRef<boolean>
  router: Router
  next: () => Promise<void>
  prev: () => Promise<void>
  go: (no: number, clicks?: number) => Promise<void>
}

export function useSlideContext(): {
  $clicksContext: ClicksContext
  $page: Ref<number>
  $renderContext: Ref<RenderContext>
}
