import { describe, expect, it } from 'vitest'
import { labPlan, labSeries, median, type ExperimentPlan, type LabId, type LabRecord } from '../../data/lab'
import { describeProblem } from '../../data/validate'
import { validateLab } from '../../data/validate-lab'
import results from '../../lab/results.json'
import { alternate, numberIn } from '../../lab/run/experiment'
import { parseLabOptions } from '../../lab/run/options'
import { findTools } from '../../lab/run/tools'
import { essence } from '../../lab/run/words'

type Spoilt = Record<string, LabRecord & { run: { versions: Record<string, unknown> } }>

/** Results that are whole, whatever has been measured. */
function whole(): Spoilt {
  const filled = <T>(record: object | undefined, value: (key: string) => T) =>
    Object.fromEntries(Object.keys(record ?? {}).map(key => [key, value(key)]))
  return filled(labPlan, (id) => {
    const plan: ExperimentPlan = labPlan[id as LabId]
    return {
      run: {
        date: '2026-11-26',
        command: `npm run lab -- ${id}`,
        machine: { cpu: 'a processor', cores: 2, memory: 24, system: 'Linux', virtual: false, load: 0 },
        versions: { go: '1.26.8', rust: '1.95.0' },
      },
      samples: filled(plan.series, series => plan.series[series]!.exact ? [1] : [1, 2, 3, 4, 5, 6, 7]),
      words: filled(plan.words, () => ({ command: 'go vet', code: 0, text: '' })),
      ...plan.timelines && { timelines: filled(plan.timelines, () => ({ window: 100, longest: [1], memory: [1] })) },
    }
  })
}

const cases: [mistake: string, spoil: (data: Spoilt) => void, line: string][] = [
  ['nothing of an experiment', data => data.race = null as never, 'lab/results.json · race · record: expected an experiment: run “npm run lab -- race”, found null'],
  ['a strange experiment', data => data.speed = data.race!, 'lab/results.json · results · experiments.speed: expected a name that data/lab.ts plans, found "speed"'],
  ['no day', data => data.race!.run.date = '2026-13-01', 'lab/results.json · race · run.date: expected a day such as 2026-11-26, found "2026-13-01"'],
  ['no cores', data => data.race!.run.machine.cores = 0, 'lab/results.json · race · run.machine.cores: expected a number of cores above 0, found 0'],
  ['no load', data => data.race!.run.machine.load = NaN, 'lab/results.json · race · run.machine.load: expected a load from 0, found null'],
  ['no version', data => delete data.race!.run.versions.go, 'lab/results.json · race · run.versions.go: expected the version of Go, found nothing'],
  ['a missing quantity', data => delete data.race!.samples['go-atomic'], 'lab/results.json · race · samples.go-atomic: expected at least 7 samples, found nothing'],
  ['too few samples', data => data.race!.samples['go-atomic'] = [1], 'lab/results.json · race · samples.go-atomic: expected at least 7 samples, found [1]'],
  ['a sample that is none', data => data.race!.samples['go-atomic'] = [1, 2, 3, 4, 5, 6, null as never], 'lab/results.json · race · samples.go-atomic[6]: expected a number from 0, found null'],
  ['a strange quantity', data => data.race!.samples['c-atomic'] = [], 'lab/results.json · race · samples.c-atomic: expected a name that data/lab.ts plans, found "c-atomic"'],
  ['no exit code', data => data.race!.words['go-vet']!.code = 'silent' as never, 'lab/results.json · race · words.go-vet.code: expected an exit code, found "silent"'],
  ['no size', data => data.service!.samples['go-size'] = [], 'lab/results.json · service · samples.go-size: expected at least one sample, found []'],
  ['a window of no length', data => data.cache!.timelines!.rust!.window = 0, 'lab/results.json · cache · timelines.rust.window: expected milliseconds above 0, found 0'],
  ['an empty timeline', data => data.cache!.timelines!.rust!.longest = [], 'lab/results.json · cache · timelines.rust.longest: expected at least one sample, found []'],
  ['a strange timeline', data => data.cache!.timelines!.c = { longest: [1], memory: [1], window: 1 }, 'lab/results.json · cache · timelines.c: expected a name that data/lab.ts plans, found "c"'],
]

describe('results of the lab', () => {
  it('are whole', () => {
    expect(validateLab(results)).toEqual([])
    expect(validateLab(whole())).toEqual([])
  })

  it('may lack an experiment', () => {
    const { cache, ...others } = whole()
    expect(cache).toBeDefined()
    expect(validateLab(others)).toEqual([])
  })

  it.each(cases)('with %s are refused', (_, spoil, line) => {
    const data = whole()
    spoil(data)
    expect(validateLab(data).map(describeProblem)).toEqual([line])
  })
})

describe('a measured quantity', () => {
  it('has the median and the range of its samples', () => {
    const { high, label, low, median, samples } = labSeries('race', 'go-atomic')
    expect({ high, label, low, median, count: samples.length >= 7 })
      .toEqual({ high: 8_000_000, label: 'Go, the same with an atomic counter', low: 8_000_000, median: 8_000_000, count: true })
  })

  it('is in the middle, of an even count between two', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
  })
})

describe('what the lab needs', () => {
  const answers = (strange: Record<string, { code: number, output: string }> = {}) => (command: string, args: readonly string[]) =>
    Promise.resolve(strange[[command, ...args].join(' ')] ?? {
      code: 0, output: 'go version go1.26.8 rustc 1.95.0 cargo 1.95.0 clippy 0.1.95 rustfmt 1.8.0',
    })

  it('is found with its versions', async () => {
    expect(await findTools(answers())).toEqual({ versions: { go: '1.26.8', rust: '1.95.0', cc: '1.26.8' } })
  })

  it('is named in one line where it is missing or too old', async () => {
    expect(await findTools(answers({
      'go version': { code: 0, output: 'go version go1.19' },
      'cc --version': { code: 1, output: 'spawn cc ENOENT' },
    }))).toEqual({
      missing: 'Go 1.19 is older than 1.25 (install it from https://go.dev/dl); there is no C compiler '
        + '(install gcc or clang: cgo, Go’s race detector and Rust’s linker need it)',
    })
  })
})

describe('options of the lab', () => {
  it('take experiments by name, in the order of the plan', () => {
    expect(parseLabOptions(['cache', 'race']).experiments).toEqual(['race', 'cache'])
  })

  it('refuse what there is not', () => {
    expect(() => parseLabOptions(['speed'])).toThrow('there is no experiment “speed”: race, cases, service, cache, brotli')
    expect(() => parseLabOptions(['--fast'])).toThrow('--fast')
  })

  it('keep small figures out of the results', () => {
    expect(() => parseLabOptions(['--small'])).toThrow('name another file for them with --output')
  })
})

describe('recorded words', () => {
  const refusal = { command: 'rustc race.rs', code: 1, text: 'error[E0499]: cannot borrow\n  --> race.rs:13:23' }

  it('are compared whole with the same version, by their headline with another one', () => {
    expect(essence(refusal, true)).toEqual({ code: 1, text: refusal.text })
    expect(essence(refusal, false)).toEqual({ code: 1, text: 'error[E0499]: cannot borrow' })
  })

  it('of a race detector differ from run to run, but for the warning', () => {
    const report = { command: 'go run -race ./race', code: 66, text: '====\nWARNING: DATA RACE\nRead at 0x…' }
    expect(essence(report, true)).toEqual({ code: 66, text: 'WARNING: DATA RACE' })
  })
})

describe('samples', () => {
  it('are taken in turn', async () => {
    const order: string[] = []
    const sampler = (name: string) => (round: number) => {
      order.push(`${name}${round}`)
      return Promise.resolve({ [name]: round })
    }
    const bench = { scratch: '', rounds: 2, small: true, say: () => {} }
    expect(await alternate(bench, { a: sampler('a'), b: sampler('b') })).toEqual({ a: [0, 1], b: [0, 1] })
    expect(order).toEqual(['a0', 'b0', 'a1', 'b1'])
  })

  it('are numbers, or the program is shown', () => {
    expect(numberIn('8000000\n', 'race')).toBe(8_000_000)
    expect(() => numberIn('panic', 'race')).toThrow('race should print a number, and printed “panic”')
    expect(() => numberIn('', 'race')).toThrow('race should print a number')
  })
})
