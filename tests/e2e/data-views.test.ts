import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { deck } from '../../data/deck'
import { formatDate, formatDelay, formatMeasure, formatPercent } from '../../data/format'
import { root } from 'slidev-addon-lectern/node'

/** A value in the data, by the field that it stands in, such as `surveys.go[].year`. */
interface Leaf {
  field: string
  value: unknown
}

function leavesOf(value: unknown, field: string): Leaf[] {
  if (Array.isArray(value))
    return value.flatMap(item => leavesOf(item, `${field}[]`))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, item]) => leavesOf(item, `${field}.${name}`))
  return [{ field, value }]
}

/** The id of a record is no field of it. */
const leaves = Object.entries(deck).flatMap(([part, records]) =>
  Object.values(records as object).flatMap(record => Array.isArray(record)
    ? record.flatMap(item => leavesOf(item, part))
    : leavesOf(record, part)))

/** Fields that are drawn, not written, or written in other words: where, and by what in that file. */
const DRAWN: Record<string, readonly [file: string, words: string]> = {
  'sources.confidence': ['data/format.ts', 'confidence === \'likely\''],
  'topics.kind': ['pages/quotes.vue', 'topics[topic].kind'],
  'surveys.changes[].breaks': ['components/surveys/trend.ts', 'breaks'],
  'experience.go': ['components/surveys/ExperienceThreads.vue', 'share'],
  'experience.rust': ['components/surveys/ExperienceThreads.vue', 'share'],
  'comparison.id': ['components/tables/ComparisonSpine.vue', ':class="[row.id'],
  'comparison.meaning.go': ['components/tables/ComparisonSpine.vue', 'row.meaning.go'],
  'comparison.meaning.rust': ['components/tables/ComparisonSpine.vue', 'row.meaning.rust'],
  'incidents.minutes': ['components/reports/MissingValues.vue', 'duration(row.minutes)'],
  'toldFigures.source': ['slides.md', '**If asked:**'],
}

const squeeze = (text: string): string => text.replace(/[\s\u00AD\u200B]+/g, '').toLowerCase()

/** How a view may write a number. */
function figures(value: number): string[] {
  return [String(value), value.toLocaleString('en-GB'), formatPercent(value), formatMeasure(value), formatDelay(value)].flatMap(numbersIn)
}

/** Whole numbers only: 34 is not in 346. */
function numbersIn(text: string): string[] {
  return text.match(/\d+([.,]\d+)*/g) ?? []
}

/** How a view may write anything else. */
function writings(value: unknown): string[] {
  const text = String(value)
  return /^\d{4}(-\d\d){0,2}$/.test(text) ? [text, formatDate(text), formatDate(text, 'short')] : [text]
}

test('every field of the data has a view', async ({ page }) => {
  let words = ''
  const numbers = { lab: new Set<string>(), others: new Set<string>() }
  for (const address of ['/read/', '/quotes/', '/questions/']) {
    await page.goto(address)
    const shown = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const parts = { lab: [] as string[], others: [] as string[] }
      while (texts.nextNode())
        parts[texts.currentNode.parentElement!.closest('.samples') ? 'lab' : 'others'].push(texts.currentNode.textContent!)
      for (const element of document.querySelectorAll('[href], [aria-label]'))
        parts.others.push(`${element.getAttribute('href')} ${element.getAttribute('aria-label')}`)
      return { lab: parts.lab.join(' '), others: parts.others.join(' ') }
    })
    words += squeeze(`${shown.others} ${shown.lab}`)
    // Among so many samples each other number would be found by chance.
    numbersIn(shown.others).forEach(number => numbers.others.add(number))
    numbersIn(`${shown.others} ${shown.lab}`).forEach(number => numbers.lab.add(number))
  }
  const lost = new Map<string, unknown[]>()
  for (const { field, value } of leaves) {
    const isShown = typeof value === 'number'
      ? figures(value).some(number => numbers[field.startsWith('lab.') ? 'lab' : 'others'].has(number))
      : writings(value).some(text => words.includes(squeeze(text)))
    if (!isShown)
      lost.set(field, [...lost.get(field) ?? [], value])
  }
  expect(leaves.length).toBeGreaterThan(1000)
  for (const [field, values] of lost)
    expect.soft(DRAWN[field], `${field} has no view; it is ${values.slice(0, 3).map(value => JSON.stringify(value)).join(', ')}`).toBeDefined()
  for (const [field, [file, words]] of Object.entries(DRAWN)) {
    expect.soft(lost.has(field), `${field} is written out: it needs no rule here`).toBe(true)
    expect.soft(readFileSync(join(root, file), 'utf8').includes(words), `${field} is drawn no more by ${words} in ${file}`).toBe(true)
  }
})
