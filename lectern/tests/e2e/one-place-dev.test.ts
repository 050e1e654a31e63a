import { request } from 'node:http'
import { hostname } from 'node:os'
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test'
import { DevServer } from './support/devServer'
import { open, trailOf } from './support/pages'
import type { State } from './support/places'
import { expectRunning, HURRIES, hurry, startTimer } from './support/stage'
import { deckFolder, expectAt } from './support/trial'
import { startRelay, type Relay } from './support/relay'

const TABLE: State = { alias: 'table', step: 1 }
const ON = { alias: 'table', step: 2 }
const ALONE = 'No connection: this window is alone.'

const KEY = 'pass-key'

const test = base.extend<{ stage: Record<'desk' | 'wall', Page> }, { server: DevServer }>({
  server: [async ({ browser }, use) => {
    const server = await new DevServer(deckFolder, [`--remote=${KEY}`]).start()
    // The first visit finds what Vite has to prepare, and may load the page anew for it.
    const page = await browser.newPage()
    for (const address of ['/presenter/1', '/'])
      await open(page, server.address() + address, 60_000)
    await page.close()
    await use(server)
    await server.stop()
  }, { scope: 'worker', timeout: 120_000 }],
  stage: async ({ context, server }, use) => {
    const [wall, desk] = [await context.newPage(), await context.newPage()]
    await open(wall, `${server.address()}/table?clicks=1`)
    await open(desk, `${server.address()}/presenter/table?clicks=1`)
    await expectAt(TABLE, desk, wall)
    // The server keeps it from one test to the next.
    await desk.getByRole('button', { name: 'Set the timer back' }).click()
    await use({ desk, wall })
  },
})

/** A phone that reaches the server over a network of its own. */
async function openPhone(context: BrowserContext, relay: Relay, address: string): Promise<Page> {
  const phone = await context.newPage()
  await phone.setViewportSize({ width: 390, height: 844 })
  await open(phone, `http://127.0.0.1:${relay.port}${address}`)
  return phone
}

async function withRelay(server: DevServer, header: string | undefined, work: (relay: Relay) => Promise<void>): Promise<void> {
  const relay = await startRelay(server.port, header)
  try {
    await work(relay)
  }
  finally {
    relay.end()
  }
}

test('opening and loading anew move nothing, and the clock goes on', async ({ context, server, stage: { desk, wall } }) => {
  const trail = trailOf(wall)
  await startTimer(desk)
  await open(desk, `${server.address()}/presenter/table`)
  await expectAt(TABLE, desk)
  await expectRunning(desk)
  const tab = await context.newPage()
  for (const address of ['/overview', '/read', '/'])
    await tab.goto(server.address() + address)
  await expectAt(TABLE, tab)
  await desk.keyboard.press('ArrowRight')
  await expectAt(ON, desk, wall, tab)
  expect(trail).toEqual(['/table?clicks=2'])
  await wall.reload()
  await expectAt(ON, wall, desk)
})

test('every press counts, at 120 ms, on and back', async ({ stage: { desk, wall } }) => {
  let place = TABLE
  for (const keys of HURRIES) {
    place = await hurry(desk, place, keys)
    await expectAt(place, desk, wall)
  }
})

for (const way of ['close', 'stall'] as const) {
  test(`a phone whose network fails (${way}) says so, and moves nobody when it comes back`, async ({ browser, server, stage: { desk, wall } }) => {
    await withRelay(server, undefined, async (relay) => {
      const phone = await openPhone(await browser.newContext(), relay, '/presenter/5')
      await expectAt(TABLE, phone)
      relay[way]()
      await expect(phone.getByText(ALONE)).toBeVisible()
      await phone.keyboard.press('ArrowRight')
      await expectAt(ON, phone)
      await desk.keyboard.press('ArrowLeft')
      await expectAt({ alias: 'table', step: 0 }, desk, wall)
      const trail = trailOf(wall)
      relay.open()
      await expectAt({ alias: 'table', step: 0 }, phone)
      // Vite loads it anew; there are no keys before the presenter view is back.
      await expect(phone.locator('.alone:empty')).toBeAttached()
      await expect(phone.locator('.slidev-note')).toBeVisible()
      await expect(phone.getByText(ALONE)).toBeHidden()
      await phone.keyboard.press('ArrowRight')
      await expectAt(TABLE, phone, desk, wall)
      expect(trail).toEqual(['/table?clicks=1'])
      await expect(desk.getByText(ALONE)).toBeHidden()
    })
  })
}

test('who watches on another device follows and does not lead', async ({ browser, server, stage: { desk, wall } }) => {
  await withRelay(server, 'X-Forwarded-For: 203.0.113.7', async (relay) => {
    const audience = await openPhone(await browser.newContext(), relay, '/')
    await expectAt(TABLE, audience)
    const trail = trailOf(wall)
    await audience.keyboard.press('ArrowLeft')
    await expectAt({ alias: 'table', step: 0 }, audience)
    await desk.keyboard.press('ArrowRight')
    await expectAt(ON, desk, wall, audience)
    expect(trail).toEqual(['/table?clicks=2'])
    await wall.keyboard.press('ArrowLeft')
    await expectAt(TABLE, desk, wall, audience)
  })
})

test('who has the pass key leads from another device, who has not watches and is told so', async ({ browser, server, stage: { desk, wall } }) => {
  await withRelay(server, 'X-Forwarded-For: 203.0.113.7', async (relay) => {
    const stranger = await openPhone(await browser.newContext(), relay, '/presenter/5')
    const speaker = await openPhone(await browser.newContext(), relay, `/presenter/5?password=${KEY}`)
    await expectAt(TABLE, stranger, speaker)
    await expect(stranger.getByText('This window only watches')).toBeVisible()
    await expect(speaker.getByText('This window only watches')).toHaveCount(0)
    const trail = trailOf(wall)
    await stranger.keyboard.press('ArrowRight')
    await expectAt(ON, stranger)
    await speaker.getByRole('button', { name: 'Next' }).click()
    await expectAt(ON, speaker, desk, wall)
    expect(trail).toEqual(['/table?clicks=2'])
  })
})

test('the addresses that are printed for the remote control answer, by whatever name', async ({ server }) => {
  const addresses = () => [...server.said.matchAll(/http:\/\/\S+\/presenter\/1\?password=\S+/g)].map(([address]) => address)
  await expect.poll(() => addresses().length || /No address of this machine answers/.test(server.said)).toBeTruthy()
  for (const address of addresses()) {
    expect(new URL(address).searchParams.get('password')).toBe(KEY)
    expect((await fetch(address)).status).toBe(200)
  }
  // The name that this machine has in its network, as a device that knows it asks for it.
  const status = (host: string) => new Promise((resolve, reject) => {
    request(server.address(), { headers: { host: `${host}:${server.port}` } }, answer => resolve(answer.resume().statusCode)).on('error', reject).end()
  })
  expect(await status(`${hostname()}.local`)).toBe(200)
  expect(await status('elsewhere.example')).toBe(403)
})

test('a wall on the machine that serves leads under whatever name it was opened', async ({ launchOptions, playwright, server, stage: { desk } }) => {
  const browser = await playwright.chromium.launch({ ...launchOptions, args: [...launchOptions.args ?? [], '--host-resolver-rules=MAP deck.localhost 127.0.0.1'] })
  const wall = await browser.newPage()
  await open(wall, `http://deck.localhost:${server.port}/`)
  await expectAt(TABLE, wall)
  await wall.keyboard.press('ArrowRight')
  await expectAt(ON, wall, desk)
  await browser.close()
})

test('windows keep the place of the talk when the server is started anew, and say when it has gone', async ({ server, stage: { desk, wall } }) => {
  test.setTimeout(180_000)
  await startTimer(desk)
  await server.stop()
  await expect(desk.getByText(ALONE)).toBeVisible()
  await expect(wall.getByText(ALONE)).toBeVisible()
  await wall.keyboard.press('ArrowRight')
  await expectAt(ON, wall)
  const returns = [desk, wall].map(page => page.waitForEvent('domcontentloaded'))
  await server.start()
  await Promise.all(returns)
  // A server that has just started makes every module anew, on a busy machine for a while.
  for (const page of [desk, wall])
    await expect(page.locator('#slideshow h1:visible').first()).toBeVisible({ timeout: 60_000 })
  await expectAt(ON, wall, desk)
  await expect(desk.getByText(ALONE)).toBeHidden()
  await expectRunning(desk)
})

test('the pointer of the desk shows on the wall', async ({ stage: { desk, wall } }) => {
  await desk.bringToFront()
  await desk.locator('#slideshow').hover({ position: { x: 200, y: 100 } })
  await expect(wall.locator('svg.stroke-white')).toBeVisible()
})
