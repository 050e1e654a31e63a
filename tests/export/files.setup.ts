import { rm } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { exportHelp } from '../../lectern/export/options'
import { folder, runExport } from './exported'

test.describe.configure({ mode: 'serial', timeout: 600_000 })

test('one run makes everything, tells its progress, and keeps every rule', async () => {
  await rm(folder, { recursive: true, force: true })
  const { code, output } = await runExport(['--check', '--output', folder])
  expect(code, output).toBe(0)
  for (const kind of ['slides', 'steps', 'handout', 'notes', 'pptx', 'images'])
    expect(output).toContain(`Making the ${kind} …\n`)
  expect(output.match(/✓ 7\.1 {5}the file is tagged: 1 looked at/g)).toHaveLength(3)
  expect(output).not.toMatch(/^[✗–]/m)
})

test('in dark colours, and on Letter', async () => {
  const { code, output } = await runExport(['slides', 'handout', '--scheme', 'dark', '--paper', 'letter', '--output', folder])
  expect(code, output).toBe(0)
})

test('some slides, with links to where they are online', async () => {
  const { code, output } = await runExport(['slides', 'images', '--range', '1,3', '--site', 'https://example.org/talk', '--output', folder])
  expect(code, output).toBe(0)
})

test('--help lists it all', async () => {
  const { code, output } = await runExport(['--help'])
  expect(code).toBe(0)
  expect(output.trim()).toBe(exportHelp('better-together'))
})
