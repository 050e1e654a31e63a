import { findBrowser, main } from 'slidev-addon-lectern/node'
import { findEngines } from './engines'
import { buildForTests, runChecks, runLab, runPlaywright } from './parts'
import { sum, type Tally } from './tally'

await main('test', async () => {
  const results: Tally[] = await runChecks()
  results.push(await runLab())
  try {
    const browser = await findBrowser()
    const built = await buildForTests()
    results.push(built)
    if (built.failed.length === 0) {
      // Together: what must be tried one after the other in one of them leaves the other core to the next.
      results.push(await runPlaywright('e2e', browser, ['e2e', 'addon', 'decks', ...await findEngines()]))
      results.push(await runPlaywright('export', browser))
    }
  }
  catch (error) {
    results.push({ passed: 0, failed: [(error as Error).message] })
  }
  const { failed, passed } = sum(results)
  // At the end, where they are looked for: thousands of lines stand before them.
  for (const name of failed)
    console.log(`✗ ${name}`)
  console.log(`${passed} passed, ${failed.length} failed`)
  process.exitCode = failed.length > 0 ? 1 : 0
})
