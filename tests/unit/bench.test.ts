import { describe, expect, it } from 'vitest'
import { measures, type Measure } from '../../scripts/bench/measures'
import { parseBenchOptions } from '../../scripts/bench/options'
import { npmReason, programReason } from '../../scripts/bench/peers/peer'
import { markdownDeck, plainDeck } from '../../scripts/bench/peers/plainDeck'
import { measureInTurn, mediansOf } from '../../scripts/bench/samples'
import { formatTable } from '../../scripts/bench/table'

describe('parseBenchOptions', () => {
  it('measures this deck alone, five times, unless told', () => {
    expect(parseBenchOptions([])).toEqual({ peers: false, runs: 5, help: false })
    expect(parseBenchOptions(['--peers', '--runs', '3'])).toEqual({ peers: true, runs: 3, help: false })
  })

  it.each([
    [['--peer'], 'Unknown option \'--peer\' (npm run bench -- --help)'],
    [['peers'], 'Unexpected argument \'peers\''],
    [['--runs', '0'], '--runs must be a number from 1 to 99, not “0”'],
    [['--runs=many'], '--runs must be a number from 1 to 99, not “many”'],
    [['--peers=no'], 'Option \'--peers\' does not take an argument'],
  ])('refuses %s', (args, message) => {
    expect(() => parseBenchOptions(args)).toThrow(message)
  })
})

describe('mediansOf', () => {
  it('takes the middle of each figure, however often it was measured', () => {
    expect(mediansOf([{ key: 9, build: 4 }, { key: 2, build: 2 }, { key: 3 }])).toEqual({ key: 3, build: 3 })
  })

  it('has nothing of nothing', () => {
    expect(mediansOf([])).toEqual({})
  })
})

describe('measureInTurn', () => {
  const a = { name: 'a', fails: false }
  const b = { name: 'b', fails: true }
  const measureBoth = (isDispensable: boolean) => {
    const order: string[] = []
    const measure = async ({ fails, name }: typeof a) => {
      order.push(name)
      if (fails && order.length > 2)
        throw new Error('it broke\nat length')
      return { key: order.length }
    }
    return { order, done: measureInTurn([a, b], { name: 'Key', measure }, { runs: 3, isDispensable: () => isDispensable, say: () => {} }) }
  }

  it('alternates, and goes on without a tool that fails', async () => {
    const { done, order } = measureBoth(true)
    expect(await done).toEqual({ figures: new Map([[a, { key: 3 }]]), failures: ['b, key: it broke'] })
    expect(order).toEqual(['a', 'b', 'a', 'b', 'a'])
  })

  it('ends with one that the table needs', async () => {
    await expect(measureBoth(false).done).rejects.toThrow('it broke')
  })
})

describe('formatTable', () => {
  const rows: Measure[] = [
    { id: 'firstPaint', label: 'First paint', unit: 's', digits: 2, goal: { most: 0.5 } },
    { id: 'build', label: 'Build', unit: 's', digits: 1, goal: { timesSlidev: 1.6 } },
    { id: '/ seo', label: 'Score', goal: { least: 100 } },
    { id: 'key', label: 'Nobody has it' },
  ]
  const ours = { name: 'this deck', figures: { 'firstPaint': 0.504, 'build': 17, '/ seo': 99 } }
  const slidev = { name: 'Slidev', figures: { firstPaint: 1.234, build: 10 } }

  it('sets ours beside the others, and says which goals are met', () => {
    expect(formatTable(rows, { ours, slidev, peers: [slidev] })).toBe([
      '             this deck                     goal  Slidev',
      'First paint     0.50 s             ≤ 0.5 s, met  1.23 s',
      'Build           17.0 s  ≤ 1.6 × Slidev, NOT met  10.0 s',
      'Score               99           ≥ 100, NOT met       –',
    ].join('\n'))
  })

  it('knows no goal that another tool sets where that was not measured', () => {
    expect(formatTable(rows, { ours, peers: [] })).toMatch(/^Build +17\.0 s +≤ 1\.6 × Slidev$/m)
  })

  it('has each row once', () => {
    const ids = measures.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the plain deck', () => {
  it('has thirty slides with a headline of their own, ten of them with code', () => {
    expect(new Set(plainDeck.map(({ headline }) => headline)).size).toBe(30)
    expect(plainDeck.filter(({ code }) => code)).toHaveLength(10)
    const [frontmatter, ...slides] = markdownDeck('marp: true').trim().split(/^---$/m).slice(1).map(part => part.trim())
    expect(frontmatter).toMatch(/^marp: true\ntitle: .+$/)
    expect(slides).toHaveLength(plainDeck.length)
    expect(slides[2]).toMatch(/^# .+\n\n- .+\n- .+\n- .+\n\n```js\n[^`]+\n```$/)
  })
})

describe('npmReason', () => {
  it('passes over the codes', () => {
    expect(npmReason('npm error code ETARGET\nnpm error notarget No matching version found for marp@9.\nnpm error notarget In most cases …'))
      .toBe('notarget No matching version found for marp@9.')
  })

  it('says what there is where npm did not start', () => {
    expect(npmReason('spawn npm ENOENT\n')).toBe('spawn npm ENOENT')
  })
})

describe('programReason', () => {
  it('finds what went wrong above all that follows it', () => {
    expect(programReason('entry slides.md\npage.goto: Timeout 30000ms exceeded.\nCall log:\n  name: \'TimeoutError\'\n}\n'))
      .toBe('page.goto: Timeout 30000ms exceeded.')
  })
})
