import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Run by a process of its own: tools that were told to end with this one may still write. */
const remove = 'require("node:fs").rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })'

/**
 * Makes a folder that does not outlive this process, however that ends. The tools that we start keep their temporary
 * files there too, such as the profiles of their browsers.
 */
export async function makeScratch(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'bench-')))
  process.once('exit', () => {
    if (existsSync(folder))
      spawn(process.execPath, ['-e', remove, folder], { detached: true, stdio: 'ignore' }).unref()
  })
  for (const name of ['TMPDIR', 'TEMP', 'TMP'])
    process.env[name] = folder
  return folder
}
