import { expect, it } from 'vitest'
import { lasting } from '../../../site/snapshot'

// What a page keeps of the style sheets is what finds something in it, in whatever state it may come.
it.each([
  ['a:hover', 'a'],
  ['.choice:has(:checked)::after', '.choice:has(*)'],
  ['.choice:not(:has(:checked))::after', '.choice'],
  ['.choice:not(:has(input:is(:checked, :disabled)))', '.choice'],
  ['details:not([open]) > p', 'details>p'],
  ['li:not(.last)', 'li:not(.last)'],
  ['html.dark .bar', 'html .bar'],
  ['::selection', '*'],
])('tries a selector without its states: %s', (selector, expected) => {
  expect(lasting(selector)).toBe(expected)
})
