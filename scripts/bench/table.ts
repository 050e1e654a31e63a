import type { Figures, Measure } from './measures'

/** A column of the table. */
export interface Column {
  name: string
  figures: Figures
}

/** What is compared: ours is held to the goals, and one of the others to nothing but as their measure. */
export interface Comparison {
  ours: Column
  peers: readonly Column[]
  /** Stock Slidev, where it was measured. */
  slidev?: Column
}

/** Says a goal, and whether it is met as far as that is known. */
function verdict({ digits, goal, id, unit }: Measure, { ours, slidev }: Comparison): string {
  const value = ours.figures[id]
  if (goal === undefined)
    return ''
  const stock = slidev?.figures[id]
  const limit = 'timesSlidev' in goal ? stock && stock * goal.timesSlidev : 'most' in goal ? goal.most : goal.least
  const text = 'timesSlidev' in goal
    ? `≤ ${goal.timesSlidev} × Slidev`
    : [`${'most' in goal ? '≤' : '≥'} ${limit}`, unit].filter(Boolean).join(' ')
  if (value === undefined || limit === undefined)
    return text
  const isMet = 'least' in goal ? value >= limit : shown(value, digits) <= limit
  return `${text}, ${isMet ? 'met' : 'NOT met'}`
}

/** The number that stands in the table: 0.504 s is met where 0.50 s is the goal, since nobody could tell otherwise. */
function shown(value: number, digits = 0): number {
  return Number(value.toFixed(digits))
}

/** Rows as lines, in columns as wide as they have to be; what nobody has is left out. */
export function formatTable(measures: readonly Measure[], comparison: Comparison): string {
  const { ours, peers } = comparison
  const columns = [ours, ...peers]
  const rows = measures.filter(({ id }) => columns.some(({ figures }) => figures[id] !== undefined)).map((measure) => {
    const { digits = 0, id, label, unit = '' } = measure
    const cell = ({ figures: { [id]: value } }: Column): string => value === undefined ? '–' : `${value.toFixed(digits)} ${unit}`.trim()
    return [label, cell(ours), verdict(measure, comparison), ...peers.map(cell)]
  })
  const table = [['', ours.name, 'goal', ...peers.map(({ name }) => name)], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map(row => row[column]!.length)))
  return table.map(row => row
    .map((text, column) => column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!))
    .join('  ').trimEnd()).join('\n')
}
