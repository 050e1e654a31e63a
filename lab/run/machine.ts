import { readFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, release, totalmem, type as systemType } from 'node:os'
import type { LabRun } from '../../data/lab'

/** The machine that this runs on, as results name it. */
export async function thisMachine(): Promise<LabRun['machine']> {
  const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')
  const named = /^PRETTY_NAME="?([^"\n]+)/m.exec(await read('/etc/os-release'))?.[1]
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 2 ** 30),
    system: named ?? `${systemType()} ${release()}`,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    virtual: /^flags.*\bhypervisor\b/m.test(await read('/proc/cpuinfo')),
  }
}
