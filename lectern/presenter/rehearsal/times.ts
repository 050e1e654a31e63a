/*
 * What a run of the talk took, slide by slide, beside its plan. Rules alone, without Vue or a browser.
 */

/** A run of the talk: where it was from when on, in seconds of its clock, pauses left out. */
export interface Run {
  /** When the clock was started, in milliseconds since 1970. */
  began: number
  visits: readonly { readonly name: string, readonly at: number }[]
  /** How far the clock came. */
  until: number
}

/** A slide of the plan. */
export interface PlannedName {
  /** Its `routeAlias`, or its number. */
  name: string
  title: string
  /** Planned speaking time in seconds. */
  seconds: number
}

export interface TimesRow extends PlannedName {
  /** Seconds that the slide took in all; 0 where it was not shown. */
  took: number
  /** What to plan for it from now on: `minutes` of its frontmatter. Undefined where it was not shown. */
  minutes?: number
}

/** Minutes are planned in quarters. */
const QUARTER = 15

/** Longest time of a slide that is taken for one, in minutes: beyond it, somebody forgot the clock. */
export const LONGEST = 240

/** A slide that was passed faster than this was looked at, and not told. In seconds. */
const PASSED = 3

/** The run goes on: at a slide, at a time. Told again, by another window of the talk too, it stays what it is. */
export function visit(run: Run, name: string, at: number): Run {
  const last = run.visits.at(-1)
  const visits = last?.name === name ? run.visits : [...run.visits, { name, at: Math.max(at, last?.at ?? 0) }]
  return { ...run, visits, until: Math.max(run.until, at) }
}

/** Seconds that each slide took in all. */
export function secondsBySlide({ until, visits }: Run): Map<string, number> {
  const seconds = new Map<string, number>()
  for (const [index, { at, name }] of visits.entries()) {
    const end = visits[index + 1]?.at ?? Math.max(until, at)
    seconds.set(name, (seconds.get(name) ?? 0) + end - at)
  }
  return seconds
}

/** Plan and run side by side, in the order of the plan. What was shown beside the plan is no part of it. */
export function timesOf(plan: readonly PlannedName[], run: Run): TimesRow[] {
  const seconds = secondsBySlide(run)
  return plan.map((slide) => {
    const took = seconds.get(slide.name) ?? 0
    return { ...slide, took, ...took >= PASSED && { minutes: Math.max(Math.round(took / QUARTER), 1) * QUARTER / 60 } }
  })
}

/** What differs from the plan, by name: the `minutes` to write. */
export function newMinutes(rows: readonly TimesRow[]): Record<string, number> {
  return Object.fromEntries(rows.flatMap(({ minutes, name, seconds }) => minutes !== undefined && minutes <= LONGEST && minutes * 60 !== seconds ? [[name, minutes]] : []))
}

/** The table for a spreadsheet: comma-separated values with a head, after RFC 4180. Times in seconds. */
export function toCsv(rows: readonly TimesRow[]): string {
  const cell = (value: string | number): string => /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)
  const lines = rows.map(({ minutes, name, seconds, title, took }) => [name, title, seconds, Math.round(took), minutes ?? ''])
  return [['slide', 'title', 'planned', 'took', 'minutes'], ...lines].map(line => `${line.map(cell).join(',')}\r\n`).join('')
}
