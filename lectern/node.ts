/**
 * What a deck's own scripts and tests may use, in Node. It is TypeScript: run it with tsx or Vitest.
 */
import { usePreparsers } from './deck/preparsers'

usePreparsers()

export * from './cli/browser'
export { nextFreePort } from './cli/ports'
export * from './cli/run'
export { cutsOf } from './deck/cut'
export { assertAddresses, loadDeck, pagesOf, type Deck, type DeckSlide } from './deck/deck'
export { plainName, exportKinds, type ExportKind } from './export/names'
export { checkPdf, formatReport, type RuleResult } from './pdf/check/check'
export { basePath, serveDist, type Site } from './site/serve'
