import { parseArgs } from 'node:util'
import { labPlan, type LabId } from '../../data/lab'
import { UserError } from 'slidev-addon-lectern/node'

export interface LabOptions {
  /** Which experiments are made, in the order of the plan. */
  experiments: LabId[]
  small: boolean
  output: string | undefined
  help: boolean
}

export const labHelp = `Builds the programs in lab/ in Go and in Rust, measures them, and writes lab/results.json.

npm run lab                    every experiment, in about a quarter of an hour on a quiet machine
npm run lab -- race service    these: ${Object.keys(labPlan).join(', ')}

--output <file>   another file for the results
--small           only tries the way: little work, figures without meaning; asks for --output
--help            this text`

/**
 * Reads the command line.
 * @throws UserError that names what is wrong with it
 */
export function parseLabOptions(args: readonly string[]): LabOptions {
  const { positionals, values } = parse(args)
  const all = Object.keys(labPlan) as LabId[]
  const strange = positionals.find(name => !all.some(id => id === name))
  if (strange !== undefined)
    throw new UserError(`there is no experiment “${strange}”: ${all.join(', ')}`)
  if (values.small && !values.output)
    throw new UserError('--small makes figures without meaning: name another file for them with --output')
  return {
    experiments: positionals.length ? all.filter(id => positionals.includes(id)) : all,
    small: values.small ?? false,
    output: values.output,
    help: values.help ?? false,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { small: { type: 'boolean' }, output: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
  }
  catch (error) {
    throw new UserError(`${(error as Error).message.split('. ')[0]} (npm run lab -- --help)`)
  }
}
