import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseBuildOptions } from '../../cli/build-options'
import { root, UserError } from '../../cli/run'

describe('parseBuildOptions', () => {
  it('builds for the root of a host unless told otherwise', () => {
    expect(parseBuildOptions([])).toEqual({ base: '/', site: undefined, dist: join(root, 'dist'), cut: undefined, rest: [] })
  })

  it.each([
    [['--base', '/talk/'], { base: '/talk/', site: undefined }],
    [['--base=/a/b/'], { base: '/a/b/', site: undefined }],
    [['--site', 'https://example.org/talk'], { base: '/talk/', site: 'https://example.org/talk/' }],
    [['--site=https://example.org', '--base', '/'], { base: '/', site: 'https://example.org/' }],
    [['--out', 'public-site'], { dist: join(root, 'public-site') }],
    [['-o', '/srv/site'], { dist: '/srv/site' }],
    [['--cut', '10'], { cut: '10' }],
    [['--cut=20', '--out', 'short'], { cut: '20', dist: join(root, 'short') }],
  ])('reads %j', (args, expected) => {
    expect(parseBuildOptions(args)).toMatchObject(expected)
  })

  it('leaves what it does not know to Slidev', () => {
    expect(parseBuildOptions(['--base', '/x/', '--without-notes', '--theme', 'seriph']).rest).toEqual(['--without-notes', '--theme', 'seriph'])
    expect(parseBuildOptions(['slides.md', '-t', 'seriph', '--no-download']).rest).toEqual(['slides.md', '-t', 'seriph', '--no-download'])
  })

  it.each([
    [['--base', 'talk'], '--base must be a path such as /deck/, not “talk”'],
    [['--base', '/talk'], '--base must be a path such as /deck/, not “/talk”'],
    [['--out', ''], '--out must be a folder'],
    [['--foo'], 'there is no option --foo of build; there are --site, --base, --out, --cut and those of slidev build'],
    [['-x'], 'there is no option -x of build; there are --site, --base, --out, --cut and those of slidev build'],
    [['other.md'], 'the entry must be slides.md, not “other.md”'],
    [['--router-mode', 'hash'], '--router-mode must be history, by which pages have addresses, not “hash”'],
    [['--site', 'https://example.org/a//b/'], '--site must be a web address such as https://example.org/deck/, not “https://example.org/a//b/”'],
    [['--site', 'example.org'], '--site must be a web address such as https://example.org/deck/, not “example.org”'],
    [['--site', 'https://example.org/a/', '--base', '/b/'], '--base /b/ and --site https://example.org/a/ name different paths'],
  ])('refuses %j', (args, message) => {
    expect(() => parseBuildOptions(args)).toThrow(new UserError(message))
  })
})
