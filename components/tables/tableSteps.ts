/**
 * The step, counted from 0, at which each row comes on stage: rows of one group come together, in the rows’ order.
 * A row without a group comes with the row before it.
 */
export function tableSteps(rows: readonly { group?: string }[]): number[] {
  let step = 0
  let group = rows[0]?.group
  return rows.map((row) => {
    if (row.group && row.group !== group) {
      group = row.group
      step++
    }
    return step
  })
}
