import { parseArgs, type ParseArgsConfig } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>

/** Values by option: text, empty where none was given, for options that take one; else whether the option was there. */
type Values<O extends Options> = { [Name in keyof O]?: O[Name]['type'] extends 'string' ? string : boolean }

/** Splits the command line into options of ours and what goes on to Slidev, in its order. */
export function splitArgs<const O extends Options>(args: readonly string[], options: O): { values: Values<O>, rest: string[] } {
  const { tokens, values } = parseArgs({ args: [...args], options, strict: false, allowNegative: true, tokens: true })
  const own = new Set<number>()
  for (const token of tokens) {
    if (token.kind !== 'option' || !(token.name in options))
      continue
    own.add(token.index)
    if (token.value !== undefined && !token.inlineValue)
      own.add(token.index + 1)
  }
  const given = Object.keys(options).filter(name => values[name] !== undefined)
    // An option that takes a value, and is the last word.
    .map(name => [name, options[name]!.type === 'string' && values[name] === true ? '' : values[name]])
  return { values: Object.fromEntries(given) as Values<O>, rest: args.filter((_, index) => !own.has(index)) }
}
