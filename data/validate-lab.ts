import { labPlan, leastSamples, type ExperimentPlan } from './lab'
import type { Problem } from './validate'

const file = 'lab/results.json'

/**
 * Whether the lab's results are whole: every quantity and answer that the plan names for an experiment, and no other one.
 * An experiment that has not been made yet is absent; reading it fails.
 * @param results as parsed from JSON, so of any shape
 * @returns one problem for each mistake; empty when all is well
 */
export function validateLab(results: unknown): Problem[] {
  const records = asObject(results)
  return [
    ...unplanned('results', 'experiments', records, Object.keys(labPlan)),
    ...Object.entries<ExperimentPlan>(labPlan).flatMap(([id, plan]) => id in records ? validateExperiment(id, plan, records[id]) : []),
  ]
}

function validateExperiment(record: string, plan: ExperimentPlan, found: unknown): Problem[] {
  if (typeof found !== 'object' || found === null)
    return [problem(record, 'record', found, `an experiment: run “npm run lab -- ${record}”`)]
  const experiment = asObject(found)
  const samples = asObject(experiment.samples)
  const words = asObject(experiment.words)
  const timelines = asObject(experiment.timelines)
  const planned = Object.keys(plan.timelines ?? {})
  return [
    ...validateRun(record, asObject(experiment.run)),
    ...unplanned(record, 'samples', samples, Object.keys(plan.series)),
    ...Object.entries(plan.series).flatMap(([id, { exact }]) =>
      validateSamples(record, `samples.${id}`, samples[id], exact ? 1 : leastSamples)),
    ...unplanned(record, 'words', words, Object.keys(plan.words)),
    ...Object.keys(plan.words).flatMap(id => validateWords(record, `words.${id}`, asObject(words[id]))),
    ...unplanned(record, 'timelines', timelines, planned),
    ...planned.flatMap(id => validateTimeline(record, `timelines.${id}`, asObject(timelines[id]))),
  ]
}

function validateRun(record: string, run: Record<string, unknown>): Problem[] {
  const machine = asObject(run.machine)
  const versions = asObject(run.versions)
  const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''
  const isCount = (value: unknown): boolean => typeof value === 'number' && value > 0
  const isDay = (value: unknown): boolean =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
  const checks: [field: string, value: unknown, isRight: (value: unknown) => boolean, expected: string][] = [
    ['run.date', run.date, isDay, 'a day such as 2026-11-26'],
    ['run.command', run.command, isText, 'the command that measures it'],
    ['run.machine.cpu', machine.cpu, isText, 'the name of the processor'],
    ['run.machine.cores', machine.cores, isCount, 'a number of cores above 0'],
    ['run.machine.memory', machine.memory, isCount, 'gibibytes above 0'],
    ['run.machine.system', machine.system, isText, 'the name of the system'],
    ['run.machine.virtual', machine.virtual, value => typeof value === 'boolean', 'true or false'],
    ['run.machine.load', machine.load, value => Number.isFinite(value) && Number(value) >= 0, 'a load from 0'],
    ['run.versions.go', versions.go, isText, 'the version of Go'],
    ['run.versions.rust', versions.rust, isText, 'the version of Rust'],
  ]
  return checks.flatMap(([field, value, isRight, expected]) => isRight(value) ? [] : [problem(record, field, value, expected)])
}

function validateTimeline(record: string, field: string, { longest, memory, window }: Record<string, unknown>): Problem[] {
  return [
    ...typeof window === 'number' && window > 0 ? [] : [problem(record, `${field}.window`, window, 'milliseconds above 0')],
    ...validateSamples(record, `${field}.longest`, longest, 1),
    ...validateSamples(record, `${field}.memory`, memory, 1),
  ]
}

function validateSamples(record: string, field: string, found: unknown, least: number): Problem[] {
  if (!Array.isArray(found) || found.length < least)
    return [problem(record, field, found, `at least ${least === 1 ? 'one sample' : `${least} samples`}`)]
  const samples: readonly unknown[] = found
  return samples.flatMap((sample, index) => Number.isFinite(sample) && Number(sample) >= 0
    ? []
    : [problem(record, `${field}[${index}]`, sample, 'a number from 0')])
}

function validateWords(record: string, field: string, { code, command, text }: Record<string, unknown>): Problem[] {
  return [
    ...typeof command === 'string' && command ? [] : [problem(record, `${field}.command`, command, 'a command')],
    ...Number.isInteger(code) ? [] : [problem(record, `${field}.code`, code, 'an exit code')],
    ...typeof text === 'string' ? [] : [problem(record, `${field}.text`, text, 'what was said, empty for silence')],
  ]
}

function unplanned(record: string, field: string, found: Record<string, unknown>, planned: readonly string[]): Problem[] {
  return Object.keys(found).filter(key => !planned.includes(key))
    .map(key => problem(record, `${field}.${key}`, key, 'a name that data/lab.ts plans'))
}

function problem(record: string, field: string, found: unknown, expected: string): Problem {
  return { file, record, field, found, expected }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {}
}
