import { join } from 'node:path'
import { findBrowser, launchBrowser } from './browser'
import { parseBuildOptions } from './build-options'
import { bundleReader } from './prerender/bundle'
import { drawPages } from './prerender/pages'
import { build, main, progress, root, secondsSince } from './run'
import { serveDist } from './serve'

await main('build', async () => {
  const start = performance.now()
  const { base, rest, site } = parseBuildOptions(process.argv.slice(2))
  const dist = join(root, 'dist')
  const browserPath = await findBrowser()
  progress('Building the slides …')
  await build(['--base', base, ...rest])
  progress('Drawing the pages to read …')
  const served = await serveDist(0, dist)
  const browser = await launchBrowser(browserPath)
  try {
    await drawPages({ base, browser, dist, script: await bundleReader(dist, base), served, site })
  }
  finally {
    await browser.close()
    served.close()
  }
  progress()
  console.log(`dist/: built in ${secondsSince(start)}`)
})
