import { randomFillSync } from 'node:crypto'

/** Randomness drawn by blocks: one draw per identifier costs 10 µs, two thirds of an import of 60 000 rows. */
const pool = Buffer.alloc(8 * 512)
let used = pool.length
let lastMs = 0
let sequence = 0

/**
 * A new UUID v7 (RFC 9562 § 5.7, method 1): milliseconds, then a counter within the millisecond, then 62 random bits.
 * Each one sorts after the one before, so that rows inserted together stay together in the index.
 */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    sequence = pool.readUInt16BE(used) & 0x7ff
  } else {
    sequence += 1
    if (sequence > 0xfff) {
      lastMs += 1
      sequence = 0
    }
  }
  pool[used] = ((pool[used] ?? 0) & 0x3f) | 0x80
  const random = pool.toString('hex', used, used + 8)
  used += 8
  const ms = lastMs.toString(16).padStart(12, '0')
  const counter = sequence.toString(16).padStart(3, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${counter}-${random.slice(0, 4)}-${random.slice(4)}`
}
