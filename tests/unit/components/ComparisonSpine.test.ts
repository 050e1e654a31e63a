// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { computed, ref } from 'vue'
import ComparisonSpine from '../../../components/tables/ComparisonSpine.vue'
import { READING } from '../../../lectern/reader/reading'
import { comparison, formatDate } from '../../../data/deck'

const step = ref(0)
const register = vi.fn()

vi.mock('@slidev/client', () => ({
  useSlideContext: () => ({
    $clicksContext: {
      calculateSince: () => ({ currentOffset: computed(() => step.value - 1) }),
      register,
      unregister: vi.fn(),
    },
  }),
}))

beforeEach(() => {
  step.value = 0
})

function show({ isRead = false } = {}) {
  return mount(ComparisonSpine, { global: { provide: isRead ? { [READING as symbol]: true } : {} } })
}

describe('ComparisonSpine', () => {
  it('is a table with every row and cell of the article, label first', () => {
    const rows = show().findAll('tbody tr').map(row => row.findAll('th, td').map(cell => cell.text().replace(/\s+/g, ' ')))
    expect(rows).toEqual(comparison.map(({ go, label, rust }) => [label, go, rust].map(cell => [cell].flat().join(', '))))
  })

  it('brings a tier with each step', async () => {
    const spine = show()
    const seen = () => spine.findAll('tbody tr').filter(row => !row.classes('waiting')).length
    expect(register).toHaveBeenCalled()
    expect([seen(), spine.get('.when').classes('waiting')]).toEqual([2, true])
    step.value = 1
    await spine.vm.$nextTick()
    expect([seen(), spine.get('.when').classes('waiting')]).toEqual([4, true])
    step.value = 2
    await spine.vm.$nextTick()
    expect([seen(), spine.get('.when').classes('waiting')]).toEqual([7, false])
  })

  it('ties what stands on both sides, and nothing else', () => {
    const spine = show()
    expect(spine.findAll('.shared').map(words => words.text())).toEqual(['cloud apps', 'cloud apps'])
    expect(spine.findAll('.winding')).toHaveLength(1)
  })

  it('draws the survey’s shares on one scale', () => {
    const values = show().findAll<HTMLElement>('.bar').map(bar => Number(bar.element.style.getPropertyValue('--value')))
    expect(values).toEqual([8.8, 5.1, 62.3, 86.1, 17.9, 14.6])
  })

  it('says of either year what it means, and when the survey was held', () => {
    expect(show().findAll('.meaning span').map(words => words.text())).toEqual(['its public release', 'its start as a project'])
    expect(show().get('.when').text()).toBe('February 2020')
  })

  it('shows date and note of every row where it is read', () => {
    expect(show({ isRead: true }).findAll('.remarks li').map(remark => remark.text()))
      .toEqual(comparison.map(({ asOf, label, note }) => `${label}, ${formatDate(asOf)}: ${note}`))
  })
})
