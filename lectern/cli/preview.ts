import { parseArgs } from 'node:util'
import { UserError } from './run'
import { assertWholeSite, serveDist } from '../site/serve'

const help = `Usage: lectern preview [options]

Serves the site that is in dist/ to this machine.

  --port <number>  where (4173); 0 takes any that is free
  --help           this text`

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string', default: '4173' }, help: { type: 'boolean', short: 'h', default: false } },
  })
  if (values.help)
    return console.log(help)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UserError(`--port must be a number from 0 to 65535, not “${values.port}”`)
  assertWholeSite()
  const site = await serveDist(port)
  console.log(`The built deck is at ${site.url}/ (Ctrl-C ends it)`)
}
