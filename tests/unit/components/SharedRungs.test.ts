// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SharedRungs from '../../../components/pictures/SharedRungs.vue'
import { topics } from '../../../data/deck'

describe('SharedRungs', () => {
  it('names every similarity on a rung, in the article’s order', () => {
    const labels = Object.values(topics).filter(({ kind }) => kind === 'similarity').map(({ label }) => label)
    expect(mount(SharedRungs).findAll('li').map(rung => rung.text())).toEqual(labels)
    expect(labels).toHaveLength(5)
  })
})
