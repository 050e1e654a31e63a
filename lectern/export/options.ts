import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readSite } from '../cli/build-options'
import { root, UserError } from '../cli/run'
import { PAPERS, type Paper } from '../print/papers'
import { exportKinds, type ExportKind } from './names'

export interface ExportOptions {
  /** What to make, in the order in which it is made. */
  kinds: ExportKind[]
  dark: boolean
  /** Slides such as `2-4,7`, as Slidev's print page takes them; absent for all. Not yet checked. */
  range: string | undefined
  /** What was given to `--cut`: only the slides of the talk of so many minutes. Not yet checked. */
  cut: string | undefined
  /** Of the handout. */
  paper: Paper
  /** Whether the handout and the PowerPoint file hold what is said. */
  notes: boolean
  /** Whether the handout ends with the keys of a speaker. */
  keys: boolean
  /** Folder for the files. */
  output: string
  /** Where the deck is online, with a slash at its end. */
  site: string | undefined
  /** Longest time that a single file may take, in seconds. */
  timeout: number
  build: boolean
  check: boolean
  help: boolean
}

/** What `--help` prints. */
export const exportHelp = (name: string): string => `Usage: lectern export [names] [options]

  slides     ${name}.pdf: a page per slide, and per step where a slide asks for that
  steps      ${name}-steps.pdf: a page per step
  handout    ${name}-handout.pdf: pictures and narration, to read
  notes      ${name}-notes.md: what is said, as text
  pptx       ${name}.pptx: a picture per page, with notes
  images     images/: 1920 × 1080, and a social card

Without a name, all of them.

  --scheme <light|dark>   the colours (light); --dark for short
  --range <list>          only these slides, such as 2-4 or 1,5-7
  --cut <minutes>         only the slides of a shorter talk, such as 10
  --paper <a4|a5|letter>  sheets of the handout (a4)
  --no-notes              handout and pptx without what is said
  --keys                  the speaker's keys at the end of the handout
  --output <folder>       where the files go (exports)
  --site <address>        where the deck is online, for components that link there
  --check                 judge the PDFs and fail where a rule is broken
  --no-build              take the site that is in dist/ as it is
  --timeout <seconds>     longest time for a single file (120)
  --with-clicks           what Slidev calls it: the same as steps
  --help                  this text`

/** Options that mean something to a few kinds only. */
const concerns: Partial<Record<string, readonly ExportKind[]>> = {
  'scheme': ['slides', 'steps', 'handout', 'pptx', 'images'],
  'dark': ['slides', 'steps', 'handout', 'pptx', 'images'],
  'paper': ['handout'],
  'no-notes': ['handout', 'pptx'],
  'keys': ['handout'],
  'site': ['slides', 'steps', 'pptx', 'images'],
  'check': ['slides', 'steps', 'handout'],
}

/**
 * Reads the command line.
 * @throws UserError that names the argument at fault
 */
export function parseExportOptions(args: readonly string[]): ExportOptions {
  const { positionals: named, tokens, values } = parse(args)
  const positionals = values['with-clicks'] ? [...named, 'steps'] : named
  const unknown = positionals.find(name => !exportKinds.some(kind => kind === name))
  if (unknown !== undefined)
    throw new UserError(`there is no “${unknown}” to export; there are ${exportKinds.join(', ')}`)
  const kinds = exportKinds.filter(kind =>
    positionals.length ? positionals.includes(kind) : values.notes || kind !== 'notes')
  if (!values.notes && kinds.includes('notes'))
    throw new UserError('--no-notes leaves nothing of “notes”; name one of them only')
  const seen = new Set<string>()
  for (const token of tokens) {
    const option = token.kind === 'option' ? token.rawName.replace(/^--/, '') : ''
    // Only the last would count: of two ranges, the first would be missing from the file.
    if (token.kind === 'option' && token.value !== undefined && seen.has(option))
      throw new UserError(`--${option} is there twice; give it once`)
    seen.add(option)
    const concerned = concerns[option]
    if (concerned && !concerned.some(kind => kinds.includes(kind)))
      throw new UserError(`--${option} is for ${concerned.join(', ')}, not for ${kinds.join(', ')}`)
  }

  const scheme = oneOf('scheme', values.scheme, ['light', 'dark'])
  if (values.dark !== undefined && scheme !== undefined && values.dark !== (scheme === 'dark'))
    throw new UserError(`--scheme ${scheme} and --${values.dark ? '' : 'no-'}dark contradict each other`)
  if (values.range !== undefined && values.cut !== undefined)
    throw new UserError('--range and --cut both choose slides; give one of them')
  if (!values.output)
    throw new UserError('--output must be a folder')
  if (realPath(resolve(root, values.output)) === realPath(join(root, 'dist')))
    throw new UserError(`--output must be a folder of its own, not “${values.output}”, which has the site`)
  const timeout = Number(values.timeout)
  if (!(timeout >= 1 && timeout <= 3600))
    throw new UserError(`--timeout must be seconds from 1 to 3600, not “${values.timeout}”`)
  return {
    kinds,
    dark: values.dark ?? scheme === 'dark',
    range: values.range,
    cut: values.cut,
    paper: oneOf('paper', values.paper, Object.keys(PAPERS) as Paper[]) ?? 'a4',
    notes: values.notes,
    keys: values.keys,
    output: values.output,
    site: values.site === undefined ? undefined : readSite(values.site).href,
    timeout,
    build: values.build,
    check: values.check,
    help: values.help,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowNegative: true,
      allowPositionals: true,
      tokens: true,
      options: {
        'scheme': { type: 'string' },
        'dark': { type: 'boolean' },
        'range': { type: 'string' },
        'cut': { type: 'string' },
        'paper': { type: 'string' },
        'notes': { type: 'boolean', default: true },
        'keys': { type: 'boolean', default: false },
        'output': { type: 'string', default: 'exports' },
        'site': { type: 'string' },
        'check': { type: 'boolean', default: false },
        'build': { type: 'boolean', default: true },
        'timeout': { type: 'string', default: '120' },
        'with-clicks': { type: 'boolean', default: false },
        'help': { type: 'boolean', default: false },
      },
    })
  }
  catch (error) {
    throw new UserError(`${(error as Error).message.split('. ')[0]}; --help lists the options`)
  }
}

function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  const found = allowed.find(candidate => candidate === value)
  if (value !== undefined && found === undefined)
    throw new UserError(`--${option} must be ${new Intl.ListFormat('en', { type: 'disjunction' }).format(allowed)}, not “${value}”`)
  return found
}

/** Where a path leads, be the last parts of it there or not. */
function realPath(path: string): string {
  return existsSync(path) || path === dirname(path) ? realpathSync(path) : join(realPath(dirname(path)), basename(path))
}
