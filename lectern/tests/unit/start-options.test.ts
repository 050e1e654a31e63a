import { describe, expect, it } from 'vitest'
import { hasOpener, hasScreen, parseStartOptions } from '../../cli/start-options'

describe('parseStartOptions', () => {
  it('starts at 3030 and passes the rest on', () => {
    expect(parseStartOptions(['--inspect', '--log', 'info'], true))
      .toEqual({ port: 3030, open: true, check: false, cut: undefined, remote: undefined, rest: ['--inspect', '--log', 'info'] })
  })

  it.each([[['--port', '4000']], [['--port=4000']], [['-p', '4000']]])('reads the port of %j', (args) => {
    expect(parseStartOptions(args, true)).toMatchObject({ port: 4000, rest: [] })
  })

  it.each([[['--cut', '10']], [['--cut=10']]])('reads the length of the talk from %j', (args) => {
    expect(parseStartOptions(args, true)).toMatchObject({ cut: '10', rest: [] })
  })

  it('lets the user decide about the browser', () => {
    expect(parseStartOptions(['--no-open'], true).open).toBe(false)
    expect(parseStartOptions(['--open'], false).open).toBe(true)
  })

  it('leaves a port that is no number, or missing, to be refused', () => {
    for (const args of [['--port', 'x'], ['--port']])
      expect(parseStartOptions(args, true).port).toBeNaN()
  })

  it('passes on an option of Slidev’s with its value, wherever it stands', () => {
    expect(parseStartOptions(['talk.md', '--bind', '0.0.0.0', '--port', '4000', '--log', 'info', '-o'], false))
      .toEqual({ port: 4000, open: true, check: false, cut: undefined, remote: undefined, rest: ['talk.md', '--bind', '0.0.0.0', '--log', 'info'] })
  })

  it.each([[['--remote'], ''], [['--remote', '--port', '4000'], ''], [['--remote=secret'], 'secret'], [['--remote', 'secret'], 'secret']])('reads the pass key of %j', (args, remote) => {
    expect(parseStartOptions(args, true)).toMatchObject({ remote, rest: [] })
  })
})

describe('hasScreen', () => {
  it.each([
    ['a Mac', 'darwin', {}, true, true],
    ['a Linux desktop', 'linux', { DISPLAY: ':0' }, true, true],
    ['a Wayland desktop', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, true, true],
    ['a Linux server', 'linux', {}, true, false],
    ['CI', 'darwin', { CI: 'true' }, true, false],
    ['a pipe', 'darwin', {}, false, false],
  ] as const)('%s', (_, platform, env, isTerminal, expected) => {
    expect(hasScreen(platform, env, isTerminal)).toBe(expected)
  })
})

describe('hasOpener', () => {
  it.each([
    ['a Mac', 'darwin', {}, true],
    ['a Linux desktop', 'linux', { PATH: '/bin:/usr/bin' }, true],
    ['a Linux without xdg-open', 'linux', { PATH: '/bin' }, false],
    ['a Linux that names a browser', 'linux', { PATH: '/bin', BROWSER: 'firefox' }, true],
    ['a Linux in Windows', 'linux', { PATH: '/bin', WSL_DISTRO_NAME: 'Debian' }, true],
  ] as const)('%s', (_, platform, env, expected) => {
    expect(hasOpener(platform, env, path => path === '/usr/bin/xdg-open')).toBe(expected)
  })
})
