import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assertAddresses, assertBuildable, loadDeck, pagesOf } from '../../deck/deck'

describe('loadDeck', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deck-'))
    await writeFile(join(folder, 'slides.md'), `---
title: A deck
author: [Ann, Bob]
keywords: one, two
info: |
  Two
  lines.
chapter: claim
minutes: 0.5
cuts: [10, 20]
---

# First,<br>and more

---
routeAlias: voices
print: steps
---

# Second

<!-- Now [click] this. -->
`)
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('reads what the PDF needs to know', async () => {
    expect(await loadDeck(folder)).toMatchObject({
      title: 'A deck',
      author: 'Ann, Bob',
      subject: 'Two lines.',
      keywords: ['one', 'two'],
      lang: 'en',
      slides: [
        { no: 1, title: 'First, and more', alias: undefined, formerAliases: [], chapter: 'claim', minutes: 0.5, cuts: [10, 20], note: '', steps: 1, print: undefined },
        { no: 2, title: 'Second', alias: 'voices', formerAliases: [], chapter: undefined, minutes: 0, cuts: [], note: 'Now [click] this.', steps: 2, print: 'steps' },
      ],
    })
  })

  it.each([
    ['often', 'expected steps, or rising numbers of steps such as [0, 2], not "often"'],
    ['[1, 0]', 'expected steps, or rising numbers of steps such as [0, 2], not [1,0]'],
    ['[0, 2]', 'there is no step 2; the last is 1'],
  ])('refuses print: %s, naming the slide', async (rule, message) => {
    const strange = await mkdtemp(join(tmpdir(), 'deck-'))
    await writeFile(join(strange, 'slides.md'), `---\nrouteAlias: voices\nprint: ${rule}\n---\n\n# One\n\n<!-- [click] -->\n`)
    await expect(loadDeck(strange)).rejects.toThrow(`slides.md, slide 1 (voices), print: ${message}`)
    await rm(strange, { recursive: true })
  })

  it.each([
    ['minutes: soon', 'minutes: expected planned minutes, such as 1.5, not "soon"'],
    ['minutes: -1', 'minutes: expected planned minutes, such as 1.5, not -1'],
    ['chapter: [why]', 'chapter: expected a word, such as why, not ["why"]'],
    ['spoken: 0', 'spoken: expected how many of its states are spoken, such as 2, not 0'],
    ['handout: word', 'handout: expected one of picture, text, words, none, not "word"'],
  ])('refuses %s, naming the slide', async (line, message) => {
    const strange = await mkdtemp(join(tmpdir(), 'deck-'))
    await writeFile(join(strange, 'slides.md'), `---\nrouteAlias: voices\n${line}\n---\n\n# One\n`)
    await expect(loadDeck(strange)).rejects.toThrow(`slides.md, slide 1 (voices), ${message}`)
    await rm(strange, { recursive: true })
  })

  it('takes a field without a value as none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'deck-'))
    await writeFile(join(folder, 'slides.md'), '---\nminutes:\nhandout:\nspoken:\n---\n\n# One\n')
    expect((await loadDeck(folder)).slides).toMatchObject([{ minutes: 0 }])
    await rm(folder, { recursive: true })
  })
})

describe('an import of slides', () => {
  it.each([
    ['of no file', '# One\n\n---\nsrc: ./pages/lost.md\n---\n', 'slides.md:3, src: Imported markdown file not found: pages/lost.md'],
    ['of itself', '# One\n\n---\nsrc: ./slides.md\n---\n', 'slides.md:3, src: Circular import detected for "./slides.md" (slides.md)'],
  ])('%s is named by file and line', async (_, text, message) => {
    const folder = await mkdtemp(join(tmpdir(), 'deck-'))
    await writeFile(join(folder, 'slides.md'), text)
    await expect(loadDeck(folder)).rejects.toThrow(message)
    await rm(folder, { recursive: true })
  })
})

describe('frontmatter that is no YAML', () => {
  // An open quotation ends with the headmatter for Slidev's preparsers, and a line later for its parser.
  it.each([
    ['of the first slide', '---\ntitle: "A deck\n---\n\n# One\n', /^slides\.md:[23], frontmatter: Missing closing "quote$/],
    ['of a later slide', '# One\n\n---\nrouteAlias: two\ncuts: [10\nminutes: 1\n---\n\n# Two\n', /^slides\.md:6, frontmatter: Flow sequence .* end with a \]$/],
    ['that is indented', '# One\n\n---\nrouteAlias: two\n  minutes: : 1\n---\n\n# Two\n', /^slides\.md:4, frontmatter: Nested mappings are not allowed in compact mappings$/],
  ])('%s is named by file and line', async (_, text, message) => {
    const folder = await mkdtemp(join(tmpdir(), 'deck-'))
    await writeFile(join(folder, 'slides.md'), text)
    await expect(loadDeck(folder)).rejects.toThrow(message)
    await rm(folder, { recursive: true })
  })

  it('of an imported file, too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'deck-'))
    await writeFile(join(folder, 'slides.md'), '# One\n\n---\nsrc: ./part.md\n---\n')
    await writeFile(join(folder, 'part.md'), '---\ncuts: [10\n---\n\n# Two\n')
    await expect(loadDeck(folder)).rejects.toThrow('part.md:3, frontmatter: Flow sequence')
    await rm(folder, { recursive: true })
  })
})

describe('a mistake in imported slides', () => {
  it.each([
    ['that the importing slide overrules', '---\nminutes: soon\n---\n\n# Two', 'slides.md, slide 2, minutes: expected planned minutes', '---\nsrc: ./part.md\nminutes: later\n---'],
    ['in a later one', '# Two\n\n---\nrouteAlias: three\nprint: often\n---\n\n# Three', 'part.md:3, slide 3 (three), print: expected steps', '---\nsrc: ./part.md\n---'],
    ['in its address', '---\nrouteAlias: one\n---\n\n# Two', 'part.md:1, slide 2 (one), routeAlias: one belongs to slide 1 already', '---\nsrc: ./part.md\n---'],
  ])('%s is named by the file that it stands in', async (_, part, message, importing) => {
    const folder = await mkdtemp(join(tmpdir(), 'deck-'))
    await writeFile(join(folder, 'slides.md'), `---\nrouteAlias: one\n---\n\n# One\n\n${importing}\n`)
    await writeFile(join(folder, 'part.md'), `${part}\n`)
    await expect(assertAddresses(folder)).rejects.toThrow(message)
    await rm(folder, { recursive: true })
  })
})

describe('assertAddresses', () => {
  it.each([
    ['formerAliases: voices', 'slides.md, slide 1 (one), formerAliases: expected a list of names, such as [old-name], not "voices"'],
    ['formerAliases: [print]', 'slides.md, slide 1 (one), formerAliases: print is the address of another page'],
  ])('refuses %s, naming the slide', async (line, message) => {
    const strange = await mkdtemp(join(tmpdir(), 'deck-'))
    await writeFile(join(strange, 'slides.md'), `---\nrouteAlias: one\n${line}\n---\n\n# One\n`)
    await expect(assertAddresses(strange)).rejects.toThrow(message)
    await rm(strange, { recursive: true })
  })
})

describe('assertBuildable', () => {
  const judge = async (headmatter: string): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'deck-'))
    await writeFile(join(folder, 'slides.md'), `---\n${headmatter}\n---\n\n# One\n`)
    const said = await assertBuildable(folder).then(() => 'good', ({ message }: Error) => message)
    await rm(folder, { recursive: true })
    return said
  }

  it.each([
    ['aspectRatio: 4/3', 'slides.md, aspectRatio: expected 16/9, the one shape that slides can be built in, not "4/3"'],
    ['aspectRatio: wide', 'slides.md, aspectRatio: expected 16/9, the one shape that slides can be built in, not "wide"'],
    ['canvasWidth: 800', 'slides.md, canvasWidth: expected 980, the one width that slides can be built in, not 800'],
    ['routerMode: hash', 'slides.md, routerMode: expected history, by which pages have addresses, not "hash"'],
  ])('refuses %s', async (headmatter, message) => {
    expect(await judge(headmatter)).toBe(message)
  })

  it.each(['aspectRatio: 16/9', 'aspectRatio: 16:9', 'aspectRatio: 1.7778', 'canvasWidth: 980', 'aspectRatio:', 'routerMode: history'])('takes %s', async (headmatter) => {
    expect(await judge(headmatter)).toBe('good')
  })
})

describe('pagesOf', () => {
  it.each([
    [undefined, false, [2]],
    [undefined, true, [0, 1, 2]],
    ['steps', false, [0, 1, 2]],
    [[0, 2], false, [0, 2]],
    [[0, 2], true, [0, 2]],
  ] as const)('print: %j, every step: %j', (print, everyStep, expected) => {
    expect(pagesOf({ print: Array.isArray(print) ? [...print] : print as 'steps' | undefined, steps: 3 }, everyStep)).toEqual(expected)
  })
})
