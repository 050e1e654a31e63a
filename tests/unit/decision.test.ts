import { describe, expect, it } from 'vitest'
import { decision, decisionStarts, quote } from '../../data/deck'
import { outcomeOf, readAnswers, writeAnswers, type Answers } from '../../pages/reader/decisionState'

const ids = decision.map(({ id }) => id)

describe('the questions to decide with', () => {
  it('are six, with another quotation for each of the twelve answers, by somebody who speaks of that language', () => {
    expect(ids).toHaveLength(6)
    const told = decision.flatMap(({ go, rust }) => [{ about: 'go', id: go.quote }, { about: 'rust', id: rust.quote }] as const)
    expect(new Set(told.map(({ id }) => id)).size).toBe(12)
    expect(told.filter(({ about, id }) => ![about, 'both'].includes(quote(id).about))).toEqual([])
  })
})

describe('answers in the address', () => {
  it('are read, without what is no question and no answer', () => {
    expect(readAnswers('?change=go&near=between&limit=maybe&colour=rust', ids)).toEqual({ change: 'go', near: 'between' })
    expect(readAnswers('', ids)).toEqual({})
  })

  it('are written in the order of the questions, beside what else is there', () => {
    expect(writeAnswers('?from=mail&change=go', { bug: 'rust', near: 'between' }, ids)).toBe('?from=mail&near=between&bug=rust')
    expect(writeAnswers('?change=go', {}, ids)).toBe('')
  })

  it('come back as they were', () => {
    const answers: Answers = { change: 'rust', known: 'go', soon: 'between' }
    expect(readAnswers(writeAnswers('', answers, ids), ids)).toEqual(answers)
  })
})

describe('where to start', () => {
  it('is open until the answers say', () => {
    expect(outcomeOf({})).toBe('open')
    expect(outcomeOf({ near: 'rust', limit: 'rust', bug: 'rust' })).toBe('open')
    expect(outcomeOf({ change: 'rust' })).toBe('open')
    expect(outcomeOf({ change: 'rust', near: 'go', limit: 'go' })).toBe('open')
  })

  it('is Go while requirements move, whatever else is said: nothing is counted', () => {
    const all: Answers = { near: 'rust', limit: 'rust', known: 'rust', soon: 'rust', bug: 'rust' }
    expect(outcomeOf({ ...all, change: 'go' })).toBe('moving')
    expect(outcomeOf({ ...all, change: 'between' })).toBe('moving')
  })

  it('may be Rust for what has settled, where one gain is worth its price', () => {
    for (const gain of ['near', 'limit', 'bug'])
      expect(outcomeOf({ change: 'rust', known: 'go', soon: 'go', [gain]: 'rust' }), gain).toBe('settled')
    expect(outcomeOf({ change: 'rust', near: 'go', limit: 'between', bug: 'go', known: 'rust', soon: 'rust' })).toBe('unpaid')
  })

  it('has words for each', () => {
    expect(Object.keys(decisionStarts).sort()).toEqual(['moving', 'open', 'settled', 'unpaid'])
  })
})
