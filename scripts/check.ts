import { runChecks } from './parts'
import { main } from '../lectern/cli/run'
import { sum } from './tally'

await main('check', async () => {
  const { failed } = sum(await runChecks(process.argv.slice(2)))
  process.exitCode = failed > 0 ? 1 : 0
})
