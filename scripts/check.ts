import { runChecks } from './parts'
import { main } from 'slidev-addon-lectern/node'
import { sum } from './tally'

await main('check', async () => {
  const { failed } = sum(await runChecks(process.argv.slice(2)))
  process.exitCode = failed.length > 0 ? 1 : 0
})
