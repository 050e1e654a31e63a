/**
 * The step, counted from 0, at which each row comes on stage: rows of one group come together, in the rows’ order.
 * A row without a group comes with the row before it.
 */
export function tableSteps(rows: readonly { group?: string }[]): number[] {
  let step = 0
  return rows.map((row, i) => {
    const before = rows[i - 1]
    if (before && row.group && row.group !== before.group)
      step++
    return step
  })
}
