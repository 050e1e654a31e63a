import type { LecternConfig } from './config/config'

export type { HandoutForm, LecternConfig, PageConfig, PageRecord, SlotPaths } from './config/config'
export type { Deck, DeckSlide } from './deck/deck'
export type { DeckRules, RuleKit } from './pdf/check/finding'
export type { SearchDocument } from './search/search'

/** Types what `setup/lectern.ts` says. */
export function defineLectern(config: LecternConfig): LecternConfig
