/** Pixels between two chips. */
const gap = 8
/** Kept for « Plus (2) ». */
const moreWidth = 84

export interface Fit {
  readonly count: number
  /** What those that fit take together; undefined when all do. */
  readonly width: number | undefined
}

/** How many chips of these widths hold on one line of `room` pixels, with « Plus » beside them when some do not. */
export function fittingChips(widths: readonly number[], room: number): Fit {
  const ends: number[] = []
  for (const width of widths) ends.push((ends.at(-1) ?? -gap) + gap + width)
  if ((ends.at(-1) ?? 0) <= room) return { count: widths.length, width: undefined }
  const fitting = ends.filter((end) => end + gap + moreWidth <= room)
  return { count: fitting.length, width: fitting.at(-1) ?? 0 }
}
