import { afterEach, expect, it, vi } from 'vitest'
import { run } from '../../cli/preview'

afterEach(() => {
  vi.restoreAllMocks()
})

it.each(['--help', '-h'])('%s tells what there is to choose, and serves nothing', async (option) => {
  const say = vi.spyOn(console, 'log').mockImplementation(() => {})
  await run([option])
  expect(say.mock.calls).toEqual([[expect.stringMatching(/^Usage: lectern preview .*--port/s)]])
})

it('names an option that there is not', async () => {
  await expect(run(['--prot', '1'])).rejects.toThrow('--prot')
})
