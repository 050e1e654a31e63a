import { readdir, readFile, stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { chapters } from '../../data/deck'
import lectern from '../../setup/lectern'
import { loadDeck, root } from 'slidev-addon-lectern/node'
import { headlineOf, openSlide, slides } from './deck'

const dist = join(root, 'dist')
const { title: deckTitle } = await loadDeck()

/** What a page says of itself to machines, by name or property. */
function headOf(html: string): Map<string, string> {
  const meta = [...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)].map(([, name = '', content = '']) => [name, content] as const)
  return new Map([...meta, ['title', /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '']])
}

test.describe('for machines', () => {
  const addresses = [
    ...slides.map(slide => ({ path: `/${slide.alias}/`, title: `${headlineOf(slide)} · ${deckTitle}` })),
    ...Object.entries({ read: lectern.read!, ...lectern.pages }).map(([name, { title }]) => ({ path: `/${name}/`, title })),
    { path: '/', title: deckTitle },
  ]

  test('every address has a title, a description of its own and a card of the right size', async ({ page, request }) => {
    const descriptions = new Set<string>()
    for (const { path, title } of addresses) {
      const head = headOf(await (await request.get(path)).text())
      expect.soft(head.get('title')?.replaceAll('&amp;', '&'), path).toBe(title)
      expect.soft(head.get('og:title'), path).toBe(head.get('title'))
      descriptions.add(head.get('description') ?? '')
      const card = await request.get(head.get('og:image')!)
      expect.soft(card.headers()['content-type'], path).toBe('image/jpeg')
    }
    expect(descriptions.size).toBe(addresses.length)
    await page.goto('/cards/safety.jpg')
    expect(await page.locator('img').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([1200, 630])
  })

  test('robots are welcome, and an address that is none is not to be listed', async ({ request }) => {
    expect(await (await request.get('/robots.txt')).text()).toMatch(/^User-agent: \*\nAllow: \/\n/)
    expect(await readFile(join(dist, '404.html'), 'utf8')).toContain('<meta name="robots" content="noindex">')
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('every slide shows its headline, and the way to the page to read', async ({ page }) => {
    for (const slide of slides) {
      await page.goto(`/${slide.alias}/`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(headlineOf(slide), { useInnerText: true })
      await expect(page.getByRole('link', { name: 'Read them as a page' })).toBeVisible()
    }
  })

  test('the slide of contents leads to the chapters', async ({ page }) => {
    for (const { label } of Object.values(chapters)) {
      await page.goto('/contents/')
      await page.getByRole('navigation', { name: 'Chapters' }).getByRole('link', { name: label, exact: true }).click()
      await expect(page).not.toHaveURL(/contents/)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    }
  })
})

test('a page opened as a file says why nothing moves, and leads to the page to read', async ({ page }) => {
  for (const path of ['index.html', `${slides[4]!.alias}/index.html`]) {
    await page.goto(pathToFileURL(join(dist, path)).href)
    await expect(page.getByText('Opened as a file, the slides cannot move')).toBeVisible()
    await page.getByRole('link', { name: 'read them as a page' }).click()
    await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(headlineOf(slides[0]!), { useInnerText: true })
    await expect(page.getByRole('heading', { name: headlineOf(slides[4]!) })).toBeVisible()
  }
  await openSlide(page, slides[4]!.alias!)
  await expect(page.getByText('Opened as a file')).toHaveCount(0)
})

test('the site runs under a policy that lets no text become code', async ({ baseURL, page }) => {
  const violations: string[] = []
  await page.exposeFunction('reportViolation', (text: string) => violations.push(text))
  await page.addInitScript(() => addEventListener('securitypolicyviolation', event =>
    (window as unknown as { reportViolation: (text: string) => void }).reportViolation(`${event.violatedDirective}: ${event.blockedURI}`)))
  for (const path of ['/', '/safety-voices', '/presenter/1', '/overview', '/read/', '/quotes/']) {
    const response = await page.goto(path)
    const policy = response!.headers()['content-security-policy']
    expect(policy, path).toContain(`script-src 'self'`)
    expect(policy, path).not.toContain('unsafe-eval')
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  }
  expect(violations).toEqual([])
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "run"'
    document.head.append(script)
  })
  await expect.poll(() => violations).toEqual(['script-src-elem: inline'])
  expect(new URL(page.url()).origin).toBe(baseURL)
})

test('nothing in the site names the machine that built it', async () => {
  const texts = (await readdir(dist, { recursive: true })).filter(name => /\.(?:css|html|js|json|svg|txt|webmanifest)$/.test(name))
  expect(texts.length).toBeGreaterThan(100)
  for (const name of texts) {
    const text = await readFile(join(dist, name), 'utf8')
    for (const place of [root, homedir(), tmpdir()])
      expect(text.includes(`${place}/`), `${place} in ${name}`).toBe(false)
  }
})

test('it can be installed', async ({ request }) => {
  const manifest = await (await request.get('/manifest.webmanifest')).json() as { name: string, start_url: string, display: string, icons: { src: string, sizes: string }[] }
  expect(manifest).toMatchObject({ name: deckTitle, start_url: '/', display: 'standalone' })
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
  for (const { src } of manifest.icons)
    expect((await stat(join(dist, src))).size).toBeGreaterThan(0)
})
