import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findBrowser, loadDeck, runTool } from 'slidev-addon-lectern/node'
import { squeeze } from './exported'
import { openInPdfium } from './read-pdfium'

test('Slidev’s own export still works', async () => {
  test.setTimeout(240_000)
  const place = await mkdtemp(join(tmpdir(), 'slidev-'))
  try {
    const file = join(place, 'deck.pdf')
    // Slidev waits for the network alone, and offers no more than a time to wait for the slides: on two busy cores it
    // printed them before they were drawn.
    const { code, output } = await runTool('@slidev/cli/bin/slidev.mjs', [
      'export', '--executable-path', await findBrowser(), '--range', '1-3', '--timeout', '200000', '--wait', '10000', '--output', file,
    ])
    expect(code, output).toBe(0)
    const { slides } = await loadDeck()
    const { close, texts } = await openInPdfium(await readFile(file))
    expect(texts).toHaveLength(3)
    expect(texts.filter((text, index) => !squeeze(text).includes(squeeze(slides[index]!.title)))).toEqual([])
    close()
  }
  finally {
    await rm(place, { recursive: true })
  }
})
