import { root, run, UserError, type Finished } from 'slidev-addon-lectern/node'

/** Folder of the programs in Go, and of those in Rust. */
export const goFolder = `${root}lab/go`
export const rustFolder = `${root}lab/rust`

/** A program that the lab cannot do without. */
interface Tool {
  command: readonly [string, ...string[]]
  name: string
  /** Where the version stands in what the command prints. */
  version: RegExp
  least?: readonly [major: number, minor: number]
  /** What installs it. */
  from: string
}

const goFrom = 'install it from https://go.dev/dl'
const rustFrom = 'install it with https://rustup.rs'

const tools: readonly Tool[] = [
  { command: ['go', 'version'], name: 'Go', version: /go(\d+\.\d+[\w.]*)/, least: [1, 25], from: goFrom },
  { command: ['rustc', '--version'], name: 'Rust', version: /rustc (\S+)/, least: [1, 88], from: rustFrom },
  { command: ['cargo', '--version'], name: 'cargo', version: /cargo (\S+)/, from: rustFrom },
  { command: ['cargo', 'clippy', '--version'], name: 'clippy', version: /clippy (\S+)/, from: 'run “rustup component add clippy”' },
  { command: ['rustfmt', '--version'], name: 'rustfmt', version: /rustfmt (\S+)/, from: 'run “rustup component add rustfmt”' },
  { command: ['cc', '--version'], name: 'a C compiler', version: /(\d+\.\d+\S*)/, from: 'install gcc or clang: cgo, Go’s race detector and Rust’s linker need it' },
]

/**
 * What every program of the lab runs with: no setting of the user’s own may change a build or its words, and nothing
 * may fetch another toolchain.
 */
export const labEnv: NodeJS.ProcessEnv = {
  ...withoutBuildSettings(process.env),
  CARGO_TERM_COLOR: 'never',
  GOFLAGS: '-buildvcs=false -trimpath',
  GOTOOLCHAIN: 'local',
  LC_ALL: 'C',
}

function withoutBuildSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const settings = /^(?:GO(?:GC|MEMLIMIT|MAXPROCS|DEBUG|ARCH|OS|AMD64|EXPERIMENT)|CGO_\w+|RUST\w*FLAGS|RUST_BACKTRACE|CARGO_(?:BUILD|PROFILE|TARGET|ENCODED)_?\w*)$/
  return Object.fromEntries(Object.entries(env).filter(([name]) => !settings.test(name)))
}

/** Versions of Go and Rust, as they name themselves. */
export interface ToolVersions {
  go: string
  rust: string
  /** The C compiler. */
  cc: string
}

/** How a tool is asked; tests stand in for it. */
type Ask = (command: string, args: readonly string[]) => Promise<Finished>

const ask: Ask = (command, args) => run(command, args, { env: labEnv })

/**
 * Looks for all that the lab needs.
 * @returns the versions, or one line that names what is missing and what installs it
 */
export async function findTools(asked: Ask = ask): Promise<{ versions: ToolVersions } | { missing: string }> {
  const answers = await Promise.all(tools.map(async (tool) => {
    const [command, ...args] = tool.command
    const { code, output } = await asked(command, args)
    return { tool, version: code === 0 ? tool.version.exec(output)?.[1] : undefined }
  }))
  const lacks = answers.flatMap(({ tool, version }) => {
    if (version === undefined)
      return [`there is no ${tool.name.replace(/^a /, '')} (${tool.from})`]
    return tool.least && isOlder(version, tool.least)
      ? [`${tool.name} ${version} is older than ${tool.least.join('.')} (${tool.from})`]
      : []
  })
  if (lacks.length)
    return { missing: lacks.join('; ') }
  const versionOf = (name: string): string => answers.find(({ tool }) => tool.name === name)?.version ?? ''
  return { versions: { go: versionOf('Go'), rust: versionOf('Rust'), cc: versionOf('a C compiler') } }
}

function isOlder(version: string, [major, minor]: readonly [number, number]): boolean {
  const [haveMajor = 0, haveMinor = 0] = version.split('.').map(part => Number.parseInt(part))
  return haveMajor < major || (haveMajor === major && haveMinor < minor)
}

/** Runs a program of the lab to its end, whatever that is. */
export function runIn(cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return run(command, args, { cwd, env: { ...labEnv, ...env } })
}

/**
 * Runs a program of the lab that has to succeed.
 * @returns what it printed
 * @throws UserError with the command and the end of its words
 */
export async function mustRun(cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { code, output } = await runIn(cwd, command, args, env)
  if (code !== 0) {
    const words = output.trim().split('\n').slice(-8).join('\n')
    throw new UserError(`“${[command, ...args].join(' ')}” ended with ${code}: ${words || 'no output'}`)
  }
  return output
}
