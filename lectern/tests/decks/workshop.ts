import { spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nextFreePort } from '../../cli/ports'
import { root, run } from '../../cli/run'

const lectern = fileURLToPath(new URL('../..', import.meta.url))

/** A folder outside this project, with the packed addon installed as a stranger would, and decks in folders of it. */
export class Workshop {
  private constructor(readonly folder: string) {}

  /**
   * Packs the addon and installs it beside Slidev. The packages are those of this project, as far as the addon and Slidev
   * declare them: npm removes all others, so that one that is used and not declared is missing.
   */
  static async open(): Promise<Workshop> {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-'))
    const npm = (args: string[], cwd: string) => run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, shell: process.platform === 'win32' })
    const packed = await npm(['pack', '--pack-destination', folder], lectern)
    const tarball = (await readdir(folder)).find(name => name.endsWith('.tgz'))
    if (packed.code !== 0 || tarball === undefined)
      throw new Error(`npm pack failed: ${packed.output}`)
    const { dependencies, devDependencies, overrides } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
    const versions = { ...dependencies, ...devDependencies }
    await cp(join(root, 'node_modules'), join(folder, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: path => !/node_modules[\\/](?:\.vite|\.bin[\\/]lectern|slidev-addon-lectern)/.test(path),
    })
    await cp(join(root, '.npmrc'), join(folder, '.npmrc'))
    await writeFile(join(folder, 'package.json'), JSON.stringify({
      name: 'somebody-elses-decks',
      private: true,
      type: 'module',
      dependencies: {
        ...Object.fromEntries(['@slidev/cli', '@slidev/theme-default', '@slidev/theme-seriph', 'playwright-chromium'].map(name => [name, versions[name]])),
        'slidev-addon-lectern': `file:${tarball}`,
      },
      overrides,
    }))
    const installed = await npm(['install', '--prefer-offline'], folder)
    if (installed.code !== 0)
      throw new Error(`npm install failed: ${installed.output}`)
    return new Workshop(folder)
  }

  /** Makes the folder of a deck. */
  async addDeck(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
    const folder = join(this.folder, name)
    await mkdir(folder)
    await fill(folder)
    return folder
  }

  /** Slidev’s own starter deck, with the one line that adds the addon. */
  async starter(): Promise<string> {
    const template = await readFile(join(this.folder, 'node_modules/@slidev/cli/template.md'), 'utf8')
    return this.addDeck('starter', folder => writeFile(join(folder, 'slides.md'), template.replace('\ntheme: seriph\n', '\ntheme: seriph\naddons: [lectern]\n')))
  }

  /** The deck in `fixture/`. */
  async fixture(): Promise<string> {
    return this.addDeck('fixture', folder => cp(fileURLToPath(new URL('fixture', import.meta.url)), folder, { recursive: true }))
  }

  private readonly program = (): string => join(this.folder, 'node_modules/slidev-addon-lectern/bin/lectern.mjs')

  /** Runs the installed program in a deck. */
  async lectern(deck: string, ...args: string[]) {
    return run(process.execPath, [this.program(), ...args], { cwd: deck })
  }

  /** Starts it, and waits until it answers. @returns its address, and how to end it */
  async serve(deck: string, command: 'dev' | 'preview'): Promise<{ url: string, close: () => void }> {
    const port = await nextFreePort(5200)
    const args = command === 'dev' ? ['--no-open'] : []
    const server: ChildProcess = spawn(process.execPath, [this.program(), command, '--port', String(port), ...args], { cwd: deck, stdio: 'ignore' })
    const url = `http://localhost:${port}`
    const end = performance.now() + 120_000
    while (!await fetch(url).then(({ ok }) => ok, () => false)) {
      if (server.exitCode !== null || performance.now() > end)
        throw new Error(`lectern ${command} does not answer`)
      await new Promise(resolve => setTimeout(resolve, 200))
    }
    return { url, close: () => void server.kill() }
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}
