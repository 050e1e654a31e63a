/** A slide as every tool can show it. */
export interface PlainSlide {
  headline: string
  points: readonly string[]
  code?: { language: string, text: string }
}

const headlines = [
  'A plain talk of thirty slides',
  'A headline says what its slide claims',
  'Three points are enough for one slide',
  'The last row decides how large letters are',
  'A picture replaces a paragraph',
  'Numbers need a unit and a source',
  'Code on a wall is read aloud',
  'Fourteen lines are one line too many',
  'Colour is the second way to say it',
  'Contrast is kinder than decoration',
  'A pause belongs to the speaker',
  'Notes are written to be said',
  'Questions come before the end',
  'A remote fails in the first minute',
  'The projector knows only one resolution',
  'No network is the usual network',
  'Fonts travel with the slides',
  'A link outlives the evening',
  'Readers arrive when the room is empty',
  'A phone shows one thing at a time',
  'The slow phone is the common phone',
  'A key should answer within a frame',
  'Nobody waits for a blank page',
  'Paper keeps what a screen hides',
  'A file without tags reads as noise',
  'Captions begin a table',
  'The order of reading is written down',
  'What is measured once is an anecdote',
  'What is measured alone has no scale',
  'Thank you, and here is the address',
]

const points = [
  'It is said once, in the words of the speaker',
  'It stands where the eye is already',
  'Whoever comes late can still follow',
  'It costs a second and saves a minute',
  'The room hears it and the reader finds it',
  'Less of it would be missed, more would be in the way',
  'It works without a network and without a mouse',
  'Somebody has tried it on the machine in the hall',
  'It is the same on paper as on the wall',
  'A stranger can repeat it from the address alone',
  'It is checked before the talk and not during it',
]

const codes = [
  {
    language: 'js',
    text: `export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted[half]
}`,
  },
  {
    language: 'go',
    text: `func longest(lines []string) int {
\tmost := 0
\tfor _, line := range lines {
\t\tmost = max(most, len(line))
\t}
\treturn most
}`,
  },
  {
    language: 'rust',
    text: `fn longest(lines: &[String]) -> usize {
    lines.iter().map(|line| line.len()).max().unwrap_or(0)
}`,
  },
]

/** The same talk for every tool: a headline and three points each, and code on every third slide. */
export const plainDeck: readonly PlainSlide[] = headlines.map((headline, index) => ({
  headline,
  points: [0, 1, 2].map(place => points[(index * 3 + place) % points.length]!),
  ...index % 3 === 2 && { code: codes[Math.floor(index / 3) % codes.length]! },
}))

/**
 * The talk as Slidev and Marp read it.
 * @param mark line of the frontmatter that the tool knows its decks by
 */
export function markdownDeck(mark: string): string {
  const slides = plainDeck.map(({ code, headline, points }) => [
    `# ${headline}`,
    points.map(point => `- ${point}`).join('\n'),
    ...code ? [`\`\`\`${code.language}\n${code.text}\n\`\`\``] : [],
  ].join('\n\n'))
  return `---\n${mark}\ntitle: ${plainDeck[0]!.headline}\n---\n\n${slides.join('\n\n---\n\n')}\n`
}

/**
 * A page of HTML with the title of the talk.
 * @param viewport what its own pages say
 */
export function plainPage(viewport: string, head: readonly string[], body: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="${viewport}">
<title>${escapeHtml(plainDeck[0]!.headline)}</title>
${head.join('\n')}
</head>
<body>
${body.join('\n')}
</body>
</html>
`
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
