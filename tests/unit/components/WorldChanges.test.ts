// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import WorldChanges from '../../../components/changes/WorldChanges.vue'
import { worldChanges } from '../../../data/deck'

describe('WorldChanges', () => {
  it('sets each change out in words and in a drawing, then before now', () => {
    const figure = mount(WorldChanges, { global: { directives: { click: {} } } })
    const shown = figure.findAll('li').map(item => item.findAll('strong, p').map(words => words.text().replace(/\s+/g, ' ')))
    expect(shown).toEqual(worldChanges.map(({ label, then, now }) => [label, `Then: ${then}`, `Now: ${now}`]))
    expect(figure.findAll('svg path').map(path => path.attributes('d')).filter(Boolean)).toHaveLength(2 * worldChanges.length)
    expect(figure.text()).toContain('Moore’s law')
  })
})
