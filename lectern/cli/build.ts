import { relative } from 'node:path'
import { closeBrowser, startBrowser } from './browser'
import { parseBuildOptions } from './build-options'
import { publish } from '../files/staging'
import { progress, secondsSince } from './run'
import { planSite } from '../site/build'

const help = `Usage: lectern build [options]

  --site <address>  where the site will be, such as https://example.org/talk/: sets the base too, and makes addresses for shared links whole
  --base <path>     the path on its host (/)
  --out <folder>    where it is built (dist); -o for short
  --cut <minutes>   the talk of so many minutes, in every window
  --help            this text

All others go to slidev build.`

export async function run(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h'))
    return console.log(help)
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
