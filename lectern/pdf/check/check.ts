import type { LecternConfig } from '../../config/config'
import { contentRules } from './content'
import { documentRules } from './document'
import { ruleKit, type Finding } from './finding'
import { orderRules } from './order'
import { navigationRules } from './navigation'
import { readTagged } from './reader'
import { structureRules } from './structure'

/** What a rule came to, with the clause of ISO 14289-1 that it follows, or what it is for where it is the deck’s own. */
export interface RuleResult extends Finding {
  clause: string
  name: string
  verdict: 'pass' | 'fail' | 'nothing to check'
}

/** Offenders that a report names for each rule. */
const SHOWN = 3

/**
 * Judges a finished PDF by rules of our own, each after a clause of PDF/UA-1. It finds what can be counted;
 * verapdf.ts asks a validator that is not ours.
 * @param config of the deck, which may have rules of its own
 * @param isWhole whether all slides are in it
 */
export async function checkPdf(bytes: Uint8Array, { chapters = {}, pdfRules }: Pick<LecternConfig, 'chapters' | 'pdfRules'>, isWhole = true): Promise<RuleResult[]> {
  const file = await readTagged(bytes)
  const own = pdfRules?.(ruleKit) ?? {}
  const rules = [
    ...documentRules, ...contentRules, ...structureRules, ...orderRules(Object.values(chapters)), ...own.always ?? [], ...navigationRules,
    ...isWhole ? own.whole ?? [] : [],
  ]
  return rules.map(({ check, clause, name }): RuleResult => {
    const finding = check(file)
    const verdict = finding.offenders.length ? 'fail' : finding.count ? 'pass' : 'nothing to check'
    return { clause, name, ...finding, verdict }
  })
}

/** The results as lines to read. */
export function formatReport(results: readonly RuleResult[]): string {
  const signs = { 'pass': '✓', 'fail': '✗', 'nothing to check': '–' }
  return [
    'Our own check, rule by rule after ISO 14289-1 (PDF/UA-1). It certifies nothing.',
    ...results.flatMap(({ clause, count, name, offenders, verdict }) => [
      `${signs[verdict]} ${clause.padEnd(7)} ${name}: ${tally(count, offenders.length)}`,
      ...offenders.slice(0, SHOWN).map(({ page, tag, text }) =>
        `            ${[page && `page ${page}`, tag, text].filter(Boolean).join(', ')}`),
      ...offenders.length > SHOWN ? [`            and ${offenders.length - SHOWN} more`] : [],
    ]),
  ].join('\n')
}

function tally(count: number, faults: number): string {
  const looked = count ? `${count} looked at` : 'nothing to check'
  return faults ? `${faults} at fault, ${looked}` : looked
}
