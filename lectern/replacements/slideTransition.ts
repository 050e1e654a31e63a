/**
 * Stands in for Vue where Slidev shows its slides, with another `TransitionGroup`: Vue’s lays the page out twice at each
 * change, to learn what moves, even where nothing does. Slides of a deck without transitions stand in a plain element.
 * plugin.ts swaps them.
 */
import { useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { defineComponent, h, TransitionGroup as Transitions } from 'vue'

export * from 'vue'

export const TransitionGroup = defineComponent({
  inheritAttrs: false,
  setup(_, { attrs, slots }) {
    const { slides } = useNav()
    // Of the whole deck: a slide that stood in another element than the one before would be drawn anew, all its state lost.
    const hasTransitions = !!configs.transition || slides.value.some(({ meta }) => meta.transition)
    return () => hasTransitions
      ? h(Transitions, attrs, slots)
      : h('div', { id: attrs.id, class: attrs.class }, slots.default?.())
  },
})
