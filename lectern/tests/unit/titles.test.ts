import { describe, expect, it } from 'vitest'
import { plainTitle } from '../../deck/plain-title'
import { titlesPlugin } from '../../deck/titles-plugin'

describe('plainTitle', () => {
  it.each([
    ['**Bold**, *slanted* and `code` & [a link](https://example.org)', 'Bold, slanted and code & a link'],
    ['$\\LaTeX$ and $a_b*c*d$', '\\LaTeX and a_b*c*d'],
    ['From $5 to $10, or $5 and $6', 'From $5 to $10, or $5 and $6'],
    ['![A logo](/logo.svg)', 'A logo'],
    ['Known <span v-click>and then some</span>', 'Known and then some'],
    ['AT&amp;T &lt;br&gt;<br>second line', 'AT&T <br> second line'],
    ['An icon <carbon:edit /> <carbon-edit class="inline" /> here', 'An icon here'],
    ['`Vec<T>`, snake_case, __init__ and 2*3*4', 'Vec<T>, snake_case, __init__ and 2*3*4'],
    ['See <https://example.org/a>', 'See https://example.org/a'],
    ['What’s 5 < 6?', 'What’s 5 < 6?'],
  ])('reads %s', (headline, title) => {
    expect(plainTitle(headline)).toBe(title)
  })
})

describe('titlesPlugin', () => {
  /** A slide as Slidev writes it. */
  const slide = (frontmatter: object, base: object): string => [
    `export const frontmatterData = ${JSON.stringify(frontmatter)}`,
    'export const meta = shallowReactive({',
    '  slide: {',
    `    ...(${JSON.stringify(base)}),`,
    '    frontmatter,',
    '  },',
    '})',
  ].join('\n')
  const transform = titlesPlugin().transform as unknown as (this: { error: (message: string) => never }, code: string, id: string) => Promise<{ code: string } | undefined>
  const run = (code: string) => transform.call({
    error: (message) => {
      throw new Error(message)
    },
  }, code, '/deck/slides.md__slidev_2.frontmatter')

  it('makes plain words of a headline, and leaves all else', async () => {
    const made = await run(slide({ layout: 'cover' }, { title: 'A **bold** one', level: 1 }))
    expect(made?.code).toBe(slide({ layout: 'cover' }, { title: 'A bold one', level: 1 }))
  })

  it('keeps a title of the frontmatter as it is written, in one line', async () => {
    const made = await run(slide({ title: 'A **b**<br>c' }, { title: 'A **b**<br>c' }))
    expect(made?.code).toBe(slide({ title: 'A **b**<br>c' }, { title: 'A **b** c' }))
  })

  it('says where Slidev writes slides otherwise', async () => {
    await expect(run('export default {}')).rejects.toThrow(/titles-plugin\.ts/)
  })
})
