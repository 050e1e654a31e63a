import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { run, serveDist } from '../../node'
import { PROGRAM } from './support/devServer'
import { deckFolder } from './support/trial'

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(join(deckFolder, '../.build-'))
})
test.afterAll(() => rm(folder, { recursive: true }))

const SLIDES = `---
title: Slides with next to nothing
addons: [lectern]
fonts: { provider: none }
---

# A headline

---
---

---
layout: none
routeAlias: none
class: bg-gray
---

---
routeAlias: late
---

<LatePart />

---
src: ./part.md
---
`

/** It has a picture that nobody has. */
const PART = '# Words from another file\n\n<img :src="\'/lost.png\'">\n'

/** A part of a slide that is there half a second after the slide. */
const LATE_PART = `<script setup lang="ts">
import { defineAsyncComponent, h } from 'vue'

const Part = defineAsyncComponent(() => new Promise<{ render: () => unknown }>((resolve) => {
  setTimeout(() => resolve({ render: () => h('p', 'Words that came late') }), 500)
}))
</script>

<template>
  <Part />
</template>
`

test('slides with nothing on them are built and exported, parts that come late are waited for, a lost picture is named once', async ({ page }) => {
  test.setTimeout(240_000)
  await mkdir(join(folder, 'components'))
  await writeFile(join(folder, 'components/LatePart.vue'), LATE_PART)
  await writeFile(join(folder, 'slides.md'), SLIDES)
  await writeFile(join(folder, 'part.md'), PART)
  const { code, output } = await run(process.execPath, [PROGRAM, 'export'], { cwd: folder })
  expect(code, output).toBe(0)
  // The site is served at one port for its cards and at another for the files.
  expect(output.split('\n').filter(line => line.includes('lost.png'))).toEqual(['part.md:1, slide 5: the picture /lost.png did not come, so its place is empty'])
  const [firstFrames, site] = ['<div id="first-frame"', await serveDist(0, join(folder, 'dist'))]
  try {
    for (const [path, layout] of [['none', 'layout: none'], ['late', 'a headline']] as const) {
      expect(await (await fetch(`${site.url}/${path}/`)).text(), layout).toContain(firstFrames)
      await page.goto(`${site.url}/${path}/`)
      await expect(page.locator('#first-frame'), layout).toHaveCount(0)
    }
  }
  finally {
    site.close()
  }
  for (const file of ['late', 'read'])
    expect(await readFile(join(folder, 'dist', file, 'index.html'), 'utf8')).toContain('Words that came late')
})
