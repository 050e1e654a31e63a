import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { linkedLines } from '../../../components/lab/links'
import { root } from 'slidev-addon-lectern/node'

/** Lines of the region that the slide shows. */
function shown(file: string): string[] {
  const lines = readFileSync(join(root, 'lab', file), 'utf8').split('\n')
  return lines.slice(lines.findIndex(line => line.endsWith('#region workers')) + 1, lines.findIndex(line => line.endsWith('#endregion workers')))
}

it('joins the lines that start, send and collect', () => {
  const programs = { go: shown('go/concurrency/main.go'), rust: shown('rust/shown/src/bin/concurrency.rs') }
  const joined = linkedLines.map(({ word, ...links }) => [word, ...(['go', 'rust'] as const).map(language =>
    programs[language].slice(links[language][0] - 1, links[language][1]).map(line => line.trim()).join(' '))])
  expect(joined).toEqual([
    ['start', 'go func() {', 'thread::spawn(move || {'],
    ['send', 'sums <- sum(part)', 'tx.send(sum(part)).unwrap();'],
    ['collect', 'for range parts { total += <-sums }', 'let total: u32 = rx.iter().sum();'],
  ])
})
