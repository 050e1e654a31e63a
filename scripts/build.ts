import { relative } from 'node:path'
import { findBrowser } from './browser'
import { parseBuildOptions } from './build-options'
import { main, progress, secondsSince } from './run'
import { buildSite } from './site/build'

await main('build', async () => {
  const start = performance.now()
  const options = parseBuildOptions(process.argv.slice(2))
  await buildSite(options, await findBrowser())
  progress()
  console.log(`${relative(process.cwd(), options.dist)}/: built in ${secondsSince(start)}`)
})
