/** One operation of a page's content: an operator and what stands before it, as written. */
export interface Operation {
  operator: string
  operands: string[]
}

const paths = new Set(['m', 're'])
const paints = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])
const pathEnds = new Set([...paints, 'n'])
const singles = new Set(['Do', 'sh'])
export const textOperators: ReadonlySet<string> = new Set(['Tj', 'TJ', '\'', '"'])

/**
 * Splits a content stream into its operations.
 * @param text the stream, a character a byte
 */
export function parseContent(text: string): Operation[] {
  const operations: Operation[] = []
  let operands: string[] = []
  let depth = 0
  for (const token of tokens(text)) {
    if (token === '<<' || token === '[')
      depth += 1
    else if (token === '>>' || token === ']')
      depth -= 1
    if (depth > 0 || !/^(?!true$|false$|null$)[A-Za-z'"]/.test(token)) {
      operands.push(token)
      continue
    }
    operations.push({ operator: token, operands })
    operands = []
  }
  return operations
}

function* tokens(text: string): Generator<string> {
  const pattern = /<<|>>|<[^>]*>|[[\]]|\(|\/?[^\s()<>[\]{}/%]+|%[^\r\n]*/g
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '(')
      pattern.lastIndex = endOfString(text, match.index)
    if (!match[0].startsWith('%'))
      yield text.slice(match.index, pattern.lastIndex)
  }
}

/** Where a string that opens at `start` ends: brackets inside it come in pairs, or after a backslash. */
function endOfString(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\')
      at += 1
    else if (text[at] === '(')
      depth += 1
    else if (text[at] === ')' && --depth === 0)
      return at + 1
  }
  return text.length
}

export function formatContent(operations: readonly Operation[]): string {
  return operations.map(({ operands, operator }) => [...operands, operator].join(' ')).join('\n')
}

/** Number of the marked content that an operation opens, where it opens one. */
function markedContentId({ operands, operator }: Operation): number | undefined {
  const at = operator === 'BDC' ? operands.indexOf('/MCID') : -1
  return at < 0 ? undefined : Number(operands[at + 1])
}

/** Something that a page shows, such as a shape or a line of text, or an operation that only prepares it. */
export interface Shown {
  operations: Operation[]
  /** A `form` has marks of its own. */
  kind: 'text' | 'graphic' | 'form' | 'state'
  /** Number of the marked content that it stands in, `artifact` for marked decoration, nothing outside of marks. */
  mark: number | 'artifact' | undefined
}

/**
 * Groups operations by what they show. The marks themselves are left out: each group knows its own.
 * @param isForm whether a name stands for a form with marks of its own
 */
export function shownObjects(
  operations: readonly Operation[],
  isForm: (name: string) => boolean = () => false,
): Shown[] {
  const result: Shown[] = []
  const marks: Shown['mark'][] = []
  let open: Operation[] | undefined
  let ends: ReadonlySet<string> = pathEnds
  for (const operation of operations) {
    const { operands, operator } = operation
    if (operator === 'BMC' || operator === 'BDC') {
      marks.push(markedContentId(operation) ?? (operands[0] === '/Artifact' ? 'artifact' : marks.at(-1)))
      continue
    }
    if (operator === 'EMC') {
      marks.pop()
      continue
    }
    const mark = marks.at(-1)
    if (open) {
      open.push(operation)
      if (!ends.has(operator))
        continue
      const isText = open.some(part => textOperators.has(part.operator))
      const kind = isText ? 'text' : paints.has(operator) ? 'graphic' : 'state'
      result.push({ operations: open, kind, mark })
      open = undefined
    }
    else if (operator === 'BT' || paths.has(operator)) {
      open = [operation]
      ends = operator === 'BT' ? new Set(['ET']) : pathEnds
    }
    else {
      const kind = operator === 'Do' && isForm(operands[0]!) ? 'form' : singles.has(operator) ? 'graphic' : 'state'
      result.push({ operations: [operation], kind, mark })
    }
  }
  return result
}

/** How the content of a stream is to be marked. */
export interface Marking {
  /** Structure type of a marked content, by the number that it has; nothing where it has no place in the tree. */
  typeOf: (id: number) => string | undefined
  /** Whether a marked content belongs to a picture with a text alternative. */
  isPicture: (id: number) => boolean
  /** What says of which kind an artifact is, such as `/Type /Layout`. */
  artifact: (object: Shown, index: number) => string
  /** The first number to give. */
  firstId: number
}

/**
 * Marks what a stream shows anew. Text keeps its mark, and so does a graphic where it is part of a picture. All else is
 * decoration, such as a background: an artifact, which assistive technology passes over.
 *
 * No artifact may stand in tagged content, and no number be used twice on a page. So a mark with decoration in its
 * midst is parted, and every part gets a number of its own.
 * @returns the content, and the numbers that came of each former one, in the order of the content
 */
export function markContent(
  objects: readonly Shown[],
  { artifact, firstId, isPicture, typeOf }: Marking,
): { operations: Operation[], ids: Map<number, number[]> } {
  const marked = objects.map((object, index) => {
    const { kind, mark } = object
    if (kind === 'state' || kind === 'form')
      return { ...object, mark: undefined }
    const stays = typeof mark === 'number' && typeOf(mark) !== undefined && (kind === 'text' || isPicture(mark))
    return { ...object, mark: stays ? mark : artifact(object, index) }
  })
  const lastOf = new Map(marked.map(({ mark }, index) => [mark, index]))

  const operations: Operation[] = []
  const ids = new Map<number, number[]>()
  let nextId = firstId
  let open: number | string | undefined
  const close = (): void => {
    if (open !== undefined)
      operations.push({ operator: 'EMC', operands: [] })
    open = undefined
  }
  marked.forEach(({ kind, mark, operations: own }, index) => {
    if (kind === 'state') {
      // Parts on both sides of a bracket are one where nothing comes between them.
      const isBracket = own.some(({ operator }) => operator === 'q' || operator === 'Q')
      if (isBracket && (typeof open === 'string' || (open !== undefined && lastOf.get(open)! < index)))
        close()
    }
    else if (open !== mark) {
      close()
      if (typeof mark === 'number') {
        operations.push({ operator: 'BDC', operands: [`/${typeOf(mark)}`, '<<', '/MCID', String(nextId), '>>'] })
        ids.set(mark, [...ids.get(mark) ?? [], nextId])
        nextId += 1
      }
      else if (mark !== undefined) {
        operations.push({ operator: 'BDC', operands: ['/Artifact', '<<', mark, '>>'] })
      }
      open = mark
    }
    operations.push(...own)
  })
  close()
  return { operations, ids }
}
