import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from '@slidev/parser/fs'
import { describe, expect, it, vi } from 'vitest'
import {
  chapters,
  evidence,
  quotes,
  quotesOf,
  sources,
  surveys,
  tables,
  topics,
  type TopicId,
} from '../../data/deck'
import { shelves } from '../../components/sources/sourceShelves'
import { labPlan } from '../../data/lab'
import { fillIn, spoken } from '../../data/spoken'
import lectern from '../../setup/lectern'
import { assertAddresses, root } from 'slidev-addon-lectern/node'

// Components are imported for the names of their props alone.
vi.mock('@slidev/client', () => ({ useNav: vi.fn(), useSlideContext: vi.fn() }))

// As it is written, before setup/preparser.ts fills in figures.
const { slides } = await parse(readFileSync(join(root, 'slides.md'), 'utf8'), 'slides.md')
const headmatter = slides[0]!.frontmatter

const deck = slides.map(({ frontmatter, content, note = '', contentStart }) => ({
  alias: String(frontmatter.routeAlias),
  line: contentStart + 2,
  frontmatter,
  content,
  note,
}))
type Slide = typeof deck[number]

const voices = deck.filter(({ frontmatter }) => frontmatter.layout === 'voices')
const topicIds = Object.keys(topics) as TopicId[]

function words(text: string): number {
  return text.split(/\s+/).filter(word => /\w/.test(word)).length
}

/** A slide in a message: its name, and the line of its headline. */
function at({ alias, line }: Slide): string {
  return `${alias} (slides.md:${line})`
}

describe('frontmatter', () => {
  it('gives every slide a name of its own for links', () => {
    expect(slides.filter(({ frontmatter }) => !frontmatter.routeAlias)).toEqual([])
  })

  it('never gives one address to two slides', async () => {
    await expect(assertAddresses()).resolves.toBeUndefined()
  })

  it('plans every slide in quarters of a minute', () => {
    const wrong = deck.filter(({ frontmatter: { minutes } }) =>
      typeof minutes !== 'number' || minutes < 0 || minutes % 0.25 !== 0)
    expect(wrong.map(at)).toEqual([])
  })

  it('plans as many minutes as the talk lasts, within one', () => {
    expect(headmatter.duration).toMatch(/^\d+min$/)
    const total = deck.reduce((sum, { frontmatter }) => sum + frontmatter.minutes, 0)
    expect(Math.abs(total - parseInt(String(headmatter.duration)))).toBeLessThanOrEqual(1)
  })

  it('gives minutes to the slides of the talk, and none to those for readers', () => {
    const wrong = deck.filter(({ frontmatter: { cuts, minutes } }) => (cuts === undefined) !== (minutes === 0))
    expect(wrong.map(at)).toEqual([])
  })

  it('has every slide of a shorter talk in the longer ones too', () => {
    const lengths = [...new Set(deck.flatMap(({ frontmatter: { cuts = [] } }) => cuts as number[]))].sort((a, b) => a - b)
    expect(lengths).toEqual([10, 20, 30])
    const wrong = deck.filter(({ frontmatter: { cuts } }) => cuts && `${cuts}` !== `${lengths.slice(lengths.indexOf(cuts[0]))}`)
    expect(wrong.map(at)).toEqual([])
  })

  it.each([[10, 9, 11], [20, 19, 21], [30, 29, 31]])('plans a talk of %d minutes', (cut, least, most) => {
    const total = deck.filter(({ frontmatter }) => frontmatter.cuts?.includes(cut))
      .reduce((sum, { frontmatter }) => sum + frontmatter.minutes, 0)
    expect(total).toBeGreaterThanOrEqual(least)
    expect(total).toBeLessThanOrEqual(most)
  })

  it('opens each chapter once, in the order of data/chapters.ts, from the first slide on', () => {
    expect(deck.flatMap(({ frontmatter }) => frontmatter.chapter ?? [])).toEqual(Object.keys(chapters))
    expect(deck[0]?.frontmatter.chapter).toBeDefined()
  })

  it('puts the slides of a chapter one level under its opening', () => {
    const { level: usual } = headmatter.defaults as { level: number }
    for (const slide of deck) {
      const level = slide.frontmatter.level ?? usual
      expect(level, at(slide)).toBe(slide.frontmatter.chapter ? 1 : 2)
    }
  })

  it('names layouts that exist', () => {
    const folders = ['layouts', 'node_modules/@slidev/client/layouts']
    const known = folders.flatMap(folder => readdirSync(join(root, folder))).map(file => file.replace('.vue', ''))
    expect(deck.filter(({ frontmatter }) => !known.includes(frontmatter.layout ?? 'default')).map(at)).toEqual([])
  })
})

describe('headlines', () => {
  const headlines = deck.map(slide => ({ slide, all: slide.content.match(/^# .+$/gm) ?? [] }))

  it('stand alone on their slide', () => {
    expect(headlines.filter(({ all }) => all.length !== 1).map(({ slide }) => at(slide))).toEqual([])
    expect(deck.filter(({ content }) => /<h1/i.test(content)).map(at)).toEqual([])
  })

  it('are claims of 60 characters at most, without a full stop', () => {
    const texts = headlines.map(({ all }) => (all[0] ?? '').replace(/^# /, '').replaceAll('<br>', ' '))
    expect(texts.filter(text => text.length > 60).map(text => `${text.length}: ${text}`)).toEqual([])
    expect(texts.filter(text => text.endsWith('.'))).toEqual([])
    expect(texts.filter((text, i) => texts.indexOf(text) < i)).toEqual([])
  })
})

describe('notes', () => {
  const parts = ['**Point at:**', '**If asked:**', '**Sources:**']

  it('say what to tell, what to show, what to answer, and from where', () => {
    for (const slide of deck) {
      const places = parts.map(part => slide.note.indexOf(part))
      const ends = [...places, slide.note.length]
      const lengths = [0, ...places].map((place, i) => words(slide.note.slice(place, ends[i])))
      expect(Math.min(...places), at(slide)).toBeGreaterThan(0)
      expect(parts.map(part => slide.note.split(part).length), at(slide)).toEqual([2, 2, 2])
      // In that order, each with words after its name.
      expect(lengths.every((length, i) => length > words(parts[i - 1] ?? '')), at(slide)).toBe(true)
    }
  })

  it.each(deck.filter(({ frontmatter }) => frontmatter.minutes > 0))('of $alias take the minutes that the slide has', ({ frontmatter, note }) => {
    const WORDS_A_MINUTE = 130
    // Of a carousel the first quotations are spoken; what is said of the others stands behind further clicks.
    const steps = frontmatter.topic ? topics[frontmatter.topic as TopicId].spoken.length : Infinity
    const said = fillIn(note, 'a test').split(parts[0]!)[0]!.split(/\[click\]/).slice(0, steps).join(' ')
    const share = words(said) / (WORDS_A_MINUTE * frontmatter.minutes)
    expect(share).toBeGreaterThanOrEqual(0.85)
    expect(share).toBeLessThanOrEqual(1.15)
  })

  it('say every figure that is kept for them', () => {
    const named = deck.flatMap(({ note }) => [...note.matchAll(/\{\{([^{}]+)\}\}/g)].map(([, name]) => name))
    expect([...new Set(named)].sort()).toEqual(Object.keys(spoken).sort())
  })

  it('are told where a figure is missing', () => {
    expect(() => fillIn('All of {{it}}.', 'slides.md, cover, note')).toThrow(/^slides\.md, cover, note: expected the name of a figure in data\/spoken\.ts \(.*servers-before.*\), found “it”$/)
  })
})

describe('topics', () => {
  it('each have a slide of evidence, in the article’s order, before the voices', () => {
    const order = topicIds.flatMap(id => quotesOf(id).length ? [id, `${id}-voices`] : [id])
    expect(deck.map(({ alias }) => alias).filter(alias => order.includes(alias))).toEqual(order)
  })

  it('with quotations have one slide of voices each', () => {
    expect(voices.map(({ frontmatter }) => frontmatter.topic)).toEqual(topicIds.filter(id => quotesOf(id).length))
  })

  it('bring all 21 quotations on stage', () => {
    const reached = voices.flatMap(({ frontmatter }) => quotesOf(frontmatter.topic)).map(({ id }) => id)
    expect(reached.sort()).toEqual(Object.keys(quotes).sort())
    expect(reached).toHaveLength(21)
  })

  it.each(voices)('$alias has a step and a page for each quotation', ({ frontmatter, note }) => {
    const { length } = quotesOf(frontmatter.topic)
    expect(frontmatter.print).toBe(length > 1 ? 'steps' : undefined)
    // A number here would overrule the carousel’s own and cut quotations off.
    expect(frontmatter).not.toHaveProperty('clicks')
    expect(note.split('[click]')).toHaveLength(length)
  })
})

interface Tag {
  slide: Slide
  name: string
  /** Attribute by name, without a leading colon; the value as it is written. */
  attributes: [name: string, value: string][]
}

/** Component tags of a slide; HTML’s own are in lower case. */
const tags: Tag[] = deck.flatMap(slide =>
  [...slide.content.matchAll(/<([A-Z]\w+)([^>]*)>/g)].map(([, name = '', rest = '']) => ({
    slide,
    name,
    attributes: [...rest.matchAll(/:?([\w-]+)(?:="([^"]*)")?/g)]
      .map(([, attribute = '', value = '']) => [attribute, value]),
  })))

/** The words of an attribute: one id, or a list of ids in quotes. */
function idsIn(value: string): string[] {
  return value.startsWith('[') ? [...value.matchAll(/'([^']*)'/g)].map(([, id = '']) => id) : [value]
}

function namedIn(component: string, attribute: string): string[] {
  return tags
    .filter(({ name }) => name === component)
    .flatMap(({ attributes }) => attributes)
    .filter(([name]) => name === attribute)
    .flatMap(([, value]) => idsIn(value))
}

const componentFiles = readdirSync(join(root, 'components'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.vue'))

/** Props by component. Nothing else checks what slides.md gives to them: it is no TypeScript. */
const propsOf = new Map(await Promise.all(componentFiles.map(async (file) => {
  const module = await import(pathToFileURL(join(root, 'components', file)).href) as { default: { props?: Props } }
  return [basename(file, '.vue'), module.default.props ?? {}] as const
})))

type Props = Record<string, { required?: boolean }>

describe('components', () => {
  it('have names of their own, whatever folder they are in', () => {
    expect(propsOf.size).toBe(componentFiles.length)
  })

  it('used by a slide exist', () => {
    const unknown = tags.filter(({ name }) => !propsOf.has(name))
    expect(unknown.map(({ name, slide }) => `${name} of ${at(slide)}`)).toEqual([])
  })

  it('get the attributes that they need, and none that they do not know', () => {
    for (const { name, attributes, slide } of tags) {
      const given = attributes.map(([attribute]) => attribute)
      const props = propsOf.get(name) ?? {}
      const needed = Object.keys(props).filter(prop => props[prop]?.required)
      expect(Object.keys(props), `${name} of ${at(slide)}`).toEqual(expect.arrayContaining(given))
      expect(given, `${name} of ${at(slide)}`).toEqual(expect.arrayContaining(needed))
    }
  })

  /** Attributes that hold ids, with the records that they name. */
  const records: [attribute: string, component: string, known: object][] = [
    ['id', 'MonthsAxis', evidence],
    ['go', 'QuantityStrands', evidence],
    ['rust', 'QuantityStrands', evidence],
    ['measure', 'SurveyTrend', surveys],
    ['of', 'LabOutcome', { go: '', rust: '' }],
    ['experiment', 'LabOutcome', { race: '', cases: '' }],
    ['experiment', 'LabRunLine', labPlan],
    ['of', 'SourceList', Object.fromEntries(shelves.map(shelf => [shelf, '']))],
    ['of', 'QuestionTable', tables],
    // Words, not ids.
    ['go', 'QuestionTable', { 'for faster exploration': '', 'start with Go': '' }],
    ['rust', 'QuestionTable', { 'for precise crafting': '', 'look at Rust': '' }],
    ['sources', 'SourceLine', sources],
    ['to', 'PageLink', { read: {}, ...lectern.pages }],
  ]

  it('name records that exist', () => {
    const attributes = new Set(records.map(([attribute]) => attribute))
    for (const { name, attributes: given, slide } of tags) {
      for (const [attribute, value] of given.filter(([key]) => attributes.has(key))) {
        const known = records.find(([key, component]) => key === attribute && component === name)?.[2]
        expect(known, `this test has no rule for ${attribute} of ${name}`).toBeDefined()
        for (const id of idsIn(value))
          expect(Object.keys(known ?? {}), `${name} of ${at(slide)}`).toContain(id)
      }
    }
  })

  it('draw every figure and table in the data', () => {
    const code = componentFiles
      .map(file => readFileSync(join(root, 'components', file), 'utf8'))
      .join('\n')
    const unused = (records: object, shown: string[]) => Object.keys(records)
      .filter(id => !shown.includes(id) && !code.includes(`['${id}']`) && !code.includes(`tables.${id}`))
    expect({
      evidence: unused(evidence, [
        ...namedIn('MonthsAxis', 'id'),
        ...namedIn('QuantityStrands', 'go'),
        ...namedIn('QuantityStrands', 'rust'),
      ]),
      tables: unused(tables, namedIn('QuestionTable', 'of')),
      surveys: unused(surveys, namedIn('SurveyTrend', 'measure')),
    }).toEqual({ evidence: [], tables: [], surveys: [] })
  })
})

describe('snippets', () => {
  const imports = deck.flatMap(slide => [...slide.content.matchAll(/^<<<.*$/gm)].map(([line]) => ({ slide, line })))

  /** Lines that a slide shows, without their common indent; a tab is four columns wide, as in styles/code.css. */
  function shownLines(file: string, region: string | undefined): string[] {
    const lines = readFileSync(join(root, file), 'utf8').replaceAll('\t', '    ').trimEnd().split('\n')
    const marks = ['#region', '#endregion'].map(mark => lines.findIndex(line => line.endsWith(`${mark} ${region}`)))
    if (region)
      expect(marks, `${file} has no region ${region}`).not.toContain(-1)
    const shown = region ? lines.slice((marks[0] ?? 0) + 1, marks[1]) : lines
    const indent = Math.min(...shown.filter(line => line.trim()).map(line => line.search(/\S/)))
    return shown.map(line => line.slice(indent))
  }

  it.each(imports)('$line fits its side of the slide', ({ line, slide }) => {
    const [, file = '', region] = /^<<< @\/((?:lab|snippets)\/[\w./-]+)(?:#(\w+))? (?:go|rust|sh)$/.exec(line) ?? []
    expect(file && existsSync(join(root, file)), at(slide)).toBe(true)
    const shown = shownLines(file, region)
    expect(shown.length, `${file}#${region}`).toBeGreaterThan(0)
    expect(shown.length).toBeLessThanOrEqual(14)
    expect(shown.filter(code => code.length > 37)).toEqual([])
  })

  it('leave no region without a slide', () => {
    const sourceFiles = ['lab', 'snippets']
      .flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file}`))
      .map(file => file.replaceAll('\\', '/'))
      .filter(file => /\.(?:go|rs|sh)$/.test(file) && !file.includes('target/'))
    const regions = sourceFiles.flatMap(file =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/#region (\w+)/g)].map(([, region]) => `@/${file}#${region}`))
    expect(regions.filter(region => !imports.some(({ line }) => line.includes(`${region} `)))).toEqual([])
  })
})
