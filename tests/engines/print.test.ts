import { expect } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { headlineOf, slides } from '../e2e/deck'
import { test } from './deck'

test('printed by Firefox, each page has its whole headline and nothing of another', async ({ openTab }) => {
  const tab = await openTab('/print?print=true&range=4-8')
  await expect.poll(() => tab.evaluate(() => document.querySelectorAll('[data-mounted=true]').length)).toBe(5)
  const pdf = await getDocument({ data: new Uint8Array(await tab.print()), verbosity: 0 }).promise
  const squeezed = (text: string) => text.toLowerCase().replace(/\s+/g, '')
  const texts: string[] = []
  for (let no = 1; no <= pdf.numPages; no += 1) {
    const { items } = await (await pdf.getPage(no)).getTextContent()
    texts.push(squeezed(items.map(item => 'str' in item ? item.str : '').join('')))
  }
  const headlines = slides.slice(3, 8).map(slide => squeezed(headlineOf(slide)))
  expect(texts.map(text => headlines.filter(headline => text.includes(headline)))).toEqual(headlines.map(headline => [headline]))
})
