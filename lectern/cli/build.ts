import { relative } from 'node:path'
import { closeBrowser, startBrowser } from './browser'
import { parseBuildOptions } from './build-options'
import { publish } from '../files/staging'
import { progress, secondsSince } from './run'
import { planSite } from '../site/build'

export async function run(args: readonly string[]): Promise<void> {
  const start = performance.now()
  const options = parseBuildOptions(args)
  const build = await planSite(options)
  progress('Starting the browser …')
  const { browser } = await startBrowser()
  try {
    await publish([await build(browser)])
  }
  finally {
    await closeBrowser(browser)
  }
  progress()
  console.log(`${relative(process.cwd(), options.dist)}/: built in ${secondsSince(start)}`)
}
