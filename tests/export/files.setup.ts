import { rm } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { exportHelp } from '../../lectern/export/options'
import { findVeraPdf } from '../../lectern/pdf/check/verapdf'
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
  // A judge that is not ours, where the machine has it.
  if (findVeraPdf())
    expect(output.match(/^✓ PDF\/UA-1, says veraPDF [\d.]+: all [1-9]\d{4,} checks$/gm)).toHaveLength(3)
  else
    expect(output).toMatch(/^- NOT judged by veraPDF/m)
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
