import { parseArgs } from 'node:util'
import { UserError } from './run'
import { assertWholeSite, serveDist } from '../site/serve'

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { port: { type: 'string', default: '4173' } } })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UserError(`--port must be a number from 0 to 65535, not “${values.port}”`)
  assertWholeSite()
  const site = await serveDist(port)
  console.log(`The built deck is at ${site.url}/ (Ctrl-C ends it)`)
}
