import { describe, expect, it } from 'vitest'
import { reasonIn, root, run } from '../../cli/run'

describe('reasonIn', () => {
  it('is the first line that names an error', () => {
    expect(reasonIn('building\n  Error: data/quotes.ts: no source\n    at x\nError: later')).toBe('Error: data/quotes.ts: no source')
  })

  it('goes on to the place and the cause after a line that announces them', () => {
    expect(reasonIn(`Build failed with 1 error:\n\n[plugin vue] ${root}A.vue:1:2\nSyntaxError: No end tag.\n    at x`))
      .toBe('Build failed with 1 error: [plugin vue] A.vue:1:2 SyntaxError: No end tag.')
  })

  it('is the last line where none does, and never empty', () => {
    expect(reasonIn('one\ntwo\n\n')).toBe('two')
    expect(reasonIn('')).toBe('no output')
  })
})

describe('run', () => {
  it('collects both streams and the exit code', async () => {
    const script = 'console.log("out"); console.error("\\x1b[31merr\\x1b[0m"); process.exitCode = 3'
    const { code, output } = await run(process.execPath, ['-e', script])
    expect(code).toBe(3)
    expect(output.split('\n').filter(Boolean).sort()).toEqual(['err', 'out'])
  })

  it('keeps letters whole that come in pieces', async () => {
    const script = 'const b = Buffer.from("“Größe”"); b.forEach((_, i) => setTimeout(() => process.stdout.write(b.subarray(i, i + 1)), 20 * i))'
    expect((await run(process.execPath, ['-e', script])).output).toBe('“Größe”')
  })

  it('reports a program that is not there', async () => {
    expect((await run('no-such-program-here', [])).code).toBe(1)
  })
})

describe('main', () => {
  const fail = `import { main } from ${JSON.stringify(new URL('../../cli/run.ts', import.meta.url).href)}; await main('build', () => Promise.reject(new TypeError('x is no function')))`
  const start = (env: Record<string, string>) => run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', fail], { env: { ...process.env, ...env } })

  it('ends with one line, and with the stack where DEBUG is set', async () => {
    const [quiet, loud] = await Promise.all([start({ DEBUG: '' }), start({ DEBUG: '1' })])
    expect(quiet).toEqual({ code: 1, output: 'build: x is no function\n' })
    expect(loud.output).toMatch(/^build: x is no function\nTypeError: x is no function\n\s+at /)
  })
})
