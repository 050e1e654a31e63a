import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../../cli/run'

/** The version of veraPDF that is looked for: rules change between versions, and so may a verdict. */
export const VERAPDF_VERSION = '1.28.1'

/** What brings all of it into Maven’s local repository. */
export const VERAPDF_INSTALL = `mvn dependency:get -Dartifact=org.verapdf:validation-model:${VERAPDF_VERSION}`

/** Its libraries and theirs, as Maven names them: folder, artifact, version. */
const LIBRARIES = [
  ...['core', 'feature-reporting', 'metadata-fixer', 'parser', 'pdf-model', 'validation-model', 'verapdf-xmp-core'].map(name => ['org/verapdf', name, VERAPDF_VERSION]),
  ...['annotations', 'core', 'databind'].map(name => ['com/fasterxml/jackson/core', `jackson-${name}`, '2.14.0']),
  ['com/sun/xml/bind', 'jaxb-core', '2.3.0.1'],
  ['com/sun/xml/bind', 'jaxb-impl', '2.3.2'],
  ['javax/activation', 'javax.activation-api', '1.2.0'],
  ['javax/xml/bind', 'jaxb-api', '2.4.0-b180830.0359'],
  ['net/java/dev/stax-utils', 'stax-utils', '20070216'],
  ['org/mozilla', 'rhino', '1.7.13'],
]

/** What veraPDF says of a file. */
export interface Verdict {
  file: string
  isCompliant: boolean
  /** How many things were looked at. */
  checks: number
  /** Rules that are broken, by clause and number, such as `7.1-3`; how often, and what each says. */
  broken: { rule: string, count: number, message: string }[]
}

/**
 * Where veraPDF is on this machine, as a class path: the folder that `VERAPDF_JARS` names, or Maven’s local repository.
 * Undefined where it is not.
 */
export function findVeraPdf(env: NodeJS.ProcessEnv = process.env, home = homedir()): string | undefined {
  if (env.VERAPDF_JARS !== undefined) {
    const jars = existsSync(env.VERAPDF_JARS) ? readdirSync(env.VERAPDF_JARS).filter(name => name.endsWith('.jar')) : []
    return jars.some(name => name === `validation-model-${VERAPDF_VERSION}.jar`) ? jars.map(name => join(env.VERAPDF_JARS!, name)).join(delimiter) : undefined
  }
  const jars = LIBRARIES.map(([folder, name, version]) => join(home, '.m2/repository', folder!, name!, version!, `${name}-${version}.jar`))
  return jars.every(jar => existsSync(jar)) ? jars.join(delimiter) : undefined
}

/**
 * Judges files by PDF/UA-1.
 * @param classPath of {@link findVeraPdf}
 * @returns undefined where no Java development kit of version 11 or newer runs it
 */
export async function judge(classPath: string, files: readonly string[]): Promise<Verdict[] | undefined> {
  const program = fileURLToPath(new URL('VeraPdf.java', import.meta.url))
  const { code, output } = await run('java', ['-cp', classPath, program, ...files])
  if (code !== 0)
    return undefined
  const verdicts: Verdict[] = []
  for (const line of output.split('\n')) {
    const [kind, first = '', second, text = ''] = line.trim().split('\t')
    if (kind === 'file')
      verdicts.push({ file: text, isCompliant: first === 'true', checks: Number(second), broken: [] })
    else if (kind === 'rule')
      verdicts.at(-1)!.broken.push({ rule: first, count: Number(second), message: text })
  }
  return verdicts
}

/** A verdict as lines to read. */
export function formatVerdict({ broken, checks, isCompliant }: Verdict): string {
  return [
    `${isCompliant ? '✓' : '✗'} PDF/UA-1, says veraPDF ${VERAPDF_VERSION}: ${isCompliant ? `all ${checks} checks` : `broken ${broken.map(({ rule }) => rule).join(', ')}, in ${checks} checks`}`,
    ...broken.map(({ count, message, rule }) => `            ${rule}, ${count} times: ${message}`),
  ].join('\n')
}
