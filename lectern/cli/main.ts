import { importByNode } from '../config/importModule'
import { usePreparsers } from '../deck/preparsers'
import { main } from './run'

importByNode()
usePreparsers()

/** What `lectern` can do, by the word after it. */
const commands = {
  dev: () => import('./dev'),
  build: () => import('./build'),
  export: () => import('./export'),
  preview: () => import('./preview'),
} satisfies Record<string, () => Promise<{ run: (args: readonly string[]) => Promise<void> }>>

const help = `Usage: lectern <command> [options]

  dev       serves the deck, as slidev does
  build     the static site, into dist/; --help lists its options
  export    PDFs, handout, notes, PowerPoint and images; --help lists its options
  preview   serves the built site`

const [name = 'dev', ...args] = process.argv.slice(2)
const command = Object.entries(commands).find(([known]) => known === name)?.[1]

if (command) {
  await main(name, async () => (await command()).run(args))
}
else {
  console.log(help)
  process.exitCode = ['help', '--help', '-h'].includes(name) ? 0 : 1
}
