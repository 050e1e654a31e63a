export interface Place {
  alias: string
  /** Counted from 0. */
  step: number
}

/** A place as it is remembered: `safety-voices?clicks=2`, like its address. */
export function formatPlace({ alias, step }: Place): string {
  return step > 0 ? `${alias}?clicks=${step}` : alias
}

/** @returns null for what is no place: storage is open to every script of the site */
export function parsePlace(text: string | null): Place | null {
  const [, alias, step = '0'] = /^([\w-]+)(?:\?clicks=(\d{1,4}))?$/.exec(text ?? '') ?? []
  return alias ? { alias, step: Number(step) } : null
}
