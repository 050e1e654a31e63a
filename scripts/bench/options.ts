import { parseArgs } from 'node:util'
import { UserError } from 'slidev-addon-lectern/node'

export interface BenchOptions {
  /** Whether other tools are installed and measured too. */
  peers: boolean
  /** How often everything is measured; the table has the medians. */
  runs: number
  help: boolean
}

export const benchHelp = `Builds this deck, measures it, and prints a table with the goals that it has.

npm run bench                 this deck alone, in about seven minutes on a quiet machine
npm run bench -- --peers      beside stock Slidev, Marp, reveal.js and Spectacle, with Lighthouse, in about half an hour;
                              needs the npm registry, and installs them into a folder that is removed at the end

--runs <number>   how often everything is measured, 5 unless told; the table has medians
--help            this text`

/**
 * Reads the command line.
 * @throws UserError that names what is wrong with it
 */
export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const { help = false, peers = false, runs = '5' } = parse(args)
  if (!/^[1-9]\d?$/.test(runs))
    throw new UserError(`--runs must be a number from 1 to 99, not “${runs}”`)
  return { help, peers, runs: Number(runs) }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { peers: { type: 'boolean' }, runs: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    }).values
  }
  catch (error) {
    throw new UserError(`${(error as Error).message.split('. ')[0]} (npm run bench -- --help)`)
  }
}
