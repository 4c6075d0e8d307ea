/** The cell from which a record was opened: whoever comes straight back from it finds their place again. */
export interface LeftRow {
  /** The name of the list. */
  readonly list: string
  readonly key: string
  /** Its place among the rows kept, where a list that reads them page by page looks for it. */
  readonly place: number
  readonly col: number
}

let left: LeftRow | undefined
let addresses = 0

export function leaveRow(row: LeftRow): void {
  left = row
  addresses = 0
}

/**
 * To be told of each new address once its screen is drawn: the record's, then the next one. If it is that of the list, its
 * first drawing has read where to come back to.
 */
export function addressChanged(): void {
  addresses += 1
  if (addresses > 1) left = undefined
}

export const leftRow = (list: string): LeftRow | undefined => (left?.list === list ? left : undefined)
