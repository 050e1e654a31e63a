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
export function markedContentId({ operands, operator }: Operation): number | undefined {
  const at = operator === 'BDC' ? operands.indexOf('/MCID') : -1
  return at < 0 ? undefined : Number(operands[at + 1])
}

/** Something that a page shows, such as a shape or a line of text, or an operation that only prepares it. */
export interface Shown {
  operations: Operation[]
  kind: 'text' | 'graphic' | 'state'
  /** Number of the marked content that it stands in, `artifact` for marked decoration, nothing outside of marks. */
  mark: number | 'artifact' | undefined
}

/** Groups operations by what they show. The marks themselves are left out: each group knows its own. */
export function shownObjects(operations: readonly Operation[]): Shown[] {
  const result: Shown[] = []
  const marks: Shown['mark'][] = []
  let open: Operation[] | undefined
  let ends: ReadonlySet<string> = pathEnds
  for (const operation of operations) {
    const { operator } = operation
    if (operator === 'BMC' || operator === 'BDC') {
      marks.push(markedContentId(operation) ?? (operation.operands[0] === '/Artifact' ? 'artifact' : marks.at(-1)))
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
      result.push({ operations: [operation], kind: singles.has(operator) ? 'graphic' : 'state', mark })
    }
  }
  return result
}

/**
 * Marks what a page shows anew. Text keeps its mark, and so does a graphic where it is part of a picture. All else is
 * decoration, such as a background: an artifact, which assistive technology passes over.
 * @param types structure type of each marked content that may stay
 * @param isPicture whether a marked content belongs to a picture with a text alternative
 */
export function markContent(
  objects: readonly Shown[],
  types: ReadonlyMap<number, string>,
  isPicture: (id: number) => boolean,
): Operation[] {
  const marked = objects.map((object) => {
    const { kind, mark } = object
    const stays = typeof mark === 'number' && types.has(mark) && (kind === 'text' || isPicture(mark))
    return { ...object, mark: stays ? mark : 'artifact' as const }
  })
  const lastOf = new Map(marked.flatMap(({ kind, mark }, index) => kind === 'state' ? [] : [[mark, index] as const]))

  const operations: Operation[] = []
  let open: number | 'artifact' | undefined
  const close = (): void => {
    if (open !== undefined)
      operations.push({ operator: 'EMC', operands: [] })
    open = undefined
  }
  marked.forEach(({ kind, mark, operations: own }, index) => {
    if (kind === 'state') {
      // A number may be used once on a page, so its mark stays open until the last of its parts is shown.
      const isBracket = own.some(({ operator }) => operator === 'q' || operator === 'Q')
      if (isBracket && (open === 'artifact' || (open !== undefined && lastOf.get(open)! < index)))
        close()
    }
    else if (open !== mark) {
      close()
      operations.push(mark === 'artifact'
        ? { operator: 'BMC', operands: ['/Artifact'] }
        : { operator: 'BDC', operands: [`/${types.get(mark)}`, '<<', '/MCID', String(mark), '>>'] })
      open = mark
    }
    operations.push(...own)
  })
  close()
  return operations
}
