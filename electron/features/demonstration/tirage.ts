/** Repeatable chance: the demonstration register is the same on every machine. */
export class Tirage {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** Integer from 0 to `below` − 1 (mulberry32). */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }

  one<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)]
    if (value === undefined) throw new Error('nothing to draw from')
    return value
  }

  /** `count` different values, in the order drawn. */
  some<T>(values: readonly T[], count: number): T[] {
    const left = [...values]
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.below(left.length), 1)).flat()
  }
}
