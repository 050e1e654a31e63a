import { PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib'
import { contentIn, elementsIn, isContent, isElement, type StructureElement, type StructureKid } from '../structure'
import type { TaggedPdf } from './reader'

/** What breaks a rule. */
export interface Offender {
  /** Counted from 1; absent where it concerns the whole file. */
  page?: number | undefined
  tag?: string
  text: string
}

/** What a rule came to. */
export interface Finding {
  /** How many things it looked at. */
  count: number
  offenders: Offender[]
}

export interface Rule {
  /** Clause of ISO 14289-1 (PDF/UA-1) that it follows, or what it is for where it is our own. */
  clause: string
  name: string
  check: (file: TaggedPdf) => Finding
}

/** Judges every item alike: it offends where `fault` returns what is wrong with it. */
export function each<T>(items: Iterable<T>, fault: (item: T, index: number) => Offender | undefined | false): Finding {
  const all = [...items]
  return { count: all.length, offenders: all.flatMap((item, index) => fault(item, index) || []) }
}

/** Judges the file as a whole. */
export function whole(faults: readonly (string | false | undefined)[]): Finding {
  return { count: 1, offenders: faults.flatMap(text => text ? [{ text }] : []) }
}

/** Names an element: where it is, what it is, and how its text begins. */
export function offender({ textIn }: TaggedPdf, element: StructureElement, fault = ''): Offender {
  const page = contentIn(element)[0]?.page
  const text = textIn(element)
  const start = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return {
    page: page === undefined ? undefined : page + 1,
    tag: element.type,
    text: [fault, start && `“${start}”`].filter(Boolean).join(': '),
  }
}

export function ofType({ tree }: TaggedPdf, ...types: readonly string[]): StructureElement[] {
  return [...elementsIn(tree)].filter(({ type }) => types.includes(type))
}

/** Judges every element of some types; `fault` says what is wrong with one. */
export function everyElement(
  file: TaggedPdf,
  types: readonly string[],
  fault: (element: StructureElement) => string | false | undefined,
): Finding {
  return each(ofType(file, ...types), (element) => {
    const text = fault(element)
    return text ? offender(file, element, text) : undefined
  })
}

/** A fault where there is one. */
export function faultIf(condition: boolean, fault: string): string | undefined {
  return condition ? fault : undefined
}

/** Value of an attribute of an element, such as the scope of a header. */
export function attribute({ pdf }: TaggedPdf, element: StructureElement, name: string): unknown {
  const value = pdf.context.lookup(element.entries.get('A'))
  const dicts = value instanceof PDFArray ? value.asArray().map((_, index) => value.lookup(index)) : [value]
  const found = dicts.flatMap(dict => dict instanceof PDFDict ? dict.lookup(PDFName.of(name)) ?? [] : [])[0]
  return found instanceof PDFNumber ? found.asNumber() : found
}

export const elementKids = (element: StructureElement): StructureElement[] => element.kids.filter(isElement)
export const pageOf = (kid: StructureKid): number | undefined => isElement(kid) ? contentIn(kid)[0]?.page : kid.page

/** Text of the last part of an element. */
function lastText(file: TaggedPdf, { kids }: StructureElement): string {
  const last = kids.at(-1)
  return !last || 'annotation' in last ? '' : isContent(last) ? file.textOf(last) : file.textIn(last)
}

/** All elements of a group, itself included, however deep. */
const elementsOf = (element: StructureElement): StructureElement[] => [...elementsIn(element)]

/** What a deck's own rules are made with. */
export const ruleKit = { each, elementKids, elementsOf, lastText, offender, ofType }
export type RuleKit = typeof ruleKit

/** Rules of a deck's own. */
export interface DeckRules {
  /** For every file. */
  always?: Rule[]
  /** For files that hold all slides. */
  whole?: Rule[]
}
