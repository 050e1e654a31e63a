import { reservedAddresses } from './addresses.ts'
import { SLOTS, type LecternConfig, type PageConfig } from './config.ts'

/** What a value has to be. */
interface Rule {
  expected: string
  isGood: (value: unknown) => boolean
  /** Of an object: what it may have. */
  fields?: Readonly<Record<string, Rule>>
  /** Of these, what it has to have. */
  required?: readonly string[]
  /** Of an object whose fields the deck names itself: what each of them, and its name, has to be. */
  each?: Rule
  names?: Rule
}

/** A field that is not what it has to be. */
interface ConfigMistake {
  /** Names of the fields that lead to it. */
  path: string[]
  expected: string
  found: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const text = (example: string): Rule => ({ expected: `a text, such as ${example}`, isGood: isText })
const matching = (expected: string, pattern: RegExp): Rule => ({ expected, isGood: value => typeof value === 'string' && pattern.test(value) })
const object = (example: string, parts: Pick<Rule, 'fields' | 'required' | 'each' | 'names'>): Rule => ({ expected: `an object, such as ${example}`, isGood: isObject, ...parts })

const yesOrNo: Rule = { expected: 'true or false', isGood: value => typeof value === 'boolean' }
const aFunction: Rule = { expected: 'a function', isGood: value => typeof value === 'function' }
/** A text would be searched for parts of itself: notes would lose other asides, or keep these. */
const labels: Rule = { expected: 'a list of labels, such as [\'Point at\']', isGood: value => Array.isArray(value) && value.every(isText) }

/** @param isFile whether the deck has a file, by its path */
function rules(isFile: (path: string) => boolean): Rule {
  const file = (what: string): Rule => ({ expected: `the path of a ${what} from the deck’s folder`, isGood: value => isText(value) && isFile(value) })
  const about = { title: text('\'My talk\''), description: text('\'What it is about.\''), label: text('\'Read\'') }
  const reserved = reservedAddresses()
  const page: Rule = {
    expected: 'a title and a description',
    isGood: value => isObject(value) && isText(value.title) && isText(value.description),
    fields: { ...about, component: file('file'), script: file('file') } satisfies Record<keyof PageConfig, Rule>,
    required: ['component'],
  }
  return object('{ name: \'my-talk\' }', {
    fields: {
      name: matching('letters, digits and hyphens, such as my-talk', /^[a-z\d]+(?:-[a-z\d]+)*$/i),
      shortName: text('\'My talk\''),
      themeColor: matching('a colour such as #ffffff', /^#[\da-f]{6}$/i),
      chapters: object('{ why: \'Why at all\' }', { each: text('\'Why at all\'') }),
      asides: object('{ room: [\'Point at\'] }', { fields: { room: labels, sources: labels } }),
      stepQuery: matching('the name of a query, such as quote', /^[\w-]+$/),
      selfContained: yesOrNo,
      pdfua: yesOrNo,
      read: object('{ label: \'Read\' }', { fields: about }),
      pages: object('{ glossary: { … } }', {
        each: page,
        names: {
          expected: `a name for its address that is not taken (${reserved.join(', ')} are)`,
          isGood: name => /^[a-z][a-z\d-]*$/.test(String(name)) && !reserved.includes(String(name)),
        },
      }),
      components: object('{ readEnd: \'pages/end.vue\' }', { fields: Object.fromEntries(SLOTS.map(slot => [slot, file('component')])) }),
      search: object('{ kinds: { example: \'Example\' }, documents: () => [] }', {
        fields: { kinds: object('{ example: \'Example\' }', { each: text('\'Example\'') }), hint: text('\'Finds examples.\''), documents: aFunction },
        required: ['kinds', 'documents'],
      }),
      pdfRules: aFunction,
    } satisfies Record<keyof LecternConfig, Rule>,
  })
}

/**
 * Finds what types cannot say, or nobody looked at.
 * @param isFile whether the deck has a file, by its path
 */
export function findConfigMistake(config: object, isFile: (path: string) => boolean): ConfigMistake | undefined {
  return mistakeIn(config, rules(isFile), [])
}

function mistakeIn(value: unknown, { each, expected, fields = {}, isGood, names, required = [] }: Rule, path: string[]): ConfigMistake | undefined {
  if (!isGood(value))
    return { path, expected, found: value }
  if (!isObject(value))
    return
  for (const name of new Set([...Object.keys(value), ...required])) {
    const here = [...path, name]
    const rule = each ?? (Object.hasOwn(fields, name) ? fields[name] : undefined)
    if (!rule)
      return { path: here, expected: `one of ${Object.keys(fields).join(', ')}`, found: name }
    if (names?.isGood(name) === false)
      return { path: here, expected: names.expected, found: name }
    const mistake = value[name] === undefined && !required.includes(name) && !each ? undefined : mistakeIn(value[name], rule, here)
    if (mistake)
      return mistake
  }
}
