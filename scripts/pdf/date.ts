import { run, UserError } from '../run'

/**
 * The date that exported files bear, so that the same commit makes the same file: `SOURCE_DATE_EPOCH` (seconds), else
 * that of the commit, else now, where there is neither.
 * @throws UserError where `SOURCE_DATE_EPOCH` is no number of seconds
 */
export async function sourceDate(env: Readonly<Record<string, string | undefined>> = process.env): Promise<Date> {
  const { SOURCE_DATE_EPOCH: seconds } = env
  if (seconds) {
    if (!/^\d{1,11}$/.test(seconds))
      throw new UserError(`SOURCE_DATE_EPOCH must be whole seconds since 1970, not “${seconds}”`)
    return new Date(Number(seconds) * 1000)
  }
  const { code, output } = await run('git', ['log', '-1', '--format=%cI'])
  const committed = new Date(output.trim())
  return code === 0 && !Number.isNaN(committed.getTime()) ? committed : new Date(Math.floor(Date.now() / 1000) * 1000)
}
