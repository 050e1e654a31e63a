import { parseArgs } from 'node:util'
import { UserError } from './run'

export interface ExportOptions {
  withClicks: boolean
  dark: boolean
  /** Folder for the PDF. */
  output: string
  /** Slides as Slidev's print page takes them, such as `2-4,7`; absent for all. */
  range: string | undefined
  build: boolean
  help: boolean
}

export const exportHelp = `Usage: npm run export -- [options]

  --with-clicks    a page for every step; without it, the final state of each slide
  --dark           the dark colours
  --range <list>   only these slides, such as 2-4 or 1,5-7
  --output <dir>   folder for the PDF (exports)
  --no-build       print the site that is in dist/ as it is
  --help           this text`

/**
 * Reads the command line.
 * @throws UserError that names the option
 */
export function parseExportOptions(args: readonly string[]): ExportOptions {
  const { values } = parse(args)
  const { range, output } = values
  if (range !== undefined && !/^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(range))
    throw new UserError(`--range must be slide numbers such as 2-4 or 1,5-7, not “${range}”`)
  return {
    withClicks: values['with-clicks'],
    dark: values.dark,
    output,
    range,
    build: values.build,
    help: values.help,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        'with-clicks': { type: 'boolean', default: false },
        'dark': { type: 'boolean', default: false },
        'output': { type: 'string', default: 'exports' },
        'range': { type: 'string' },
        'build': { type: 'boolean', default: true },
        'help': { type: 'boolean', default: false },
      },
    })
  }
  catch (error) {
    throw new UserError(`${(error as Error).message.split('. ')[0]}; --help lists the options`)
  }
}

/**
 * Numbers of the slides in a range, in order.
 * @throws UserError where a slide is not in the deck
 */
export function slidesInRange(range: string | undefined, total: number): number[] {
  const all = Array.from({ length: total }, (_, index) => index + 1)
  if (range === undefined)
    return all
  const spans = range.split(',').map((part) => {
    const [from = 0, to = from] = part.split('-').map(Number)
    if (from < 1 || to > total || from > to)
      throw new UserError(`--range must stay within the slides 1 to ${total}, not “${part}”`)
    return { from, to }
  })
  return all.filter(no => spans.some(({ from, to }) => from <= no && no <= to))
}

/** File name that tells the variants apart, so that none overwrites another. */
export function pdfName({ dark, range, withClicks }: Pick<ExportOptions, 'dark' | 'range' | 'withClicks'>): string {
  const parts = ['better-together', dark && 'dark', range && `slides-${range}`, withClicks && 'steps']
  return `${parts.filter(Boolean).join('-')}.pdf`
}
