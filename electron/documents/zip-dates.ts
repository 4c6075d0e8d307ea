import type { Buffer } from 'node:buffer'

/**
 * Sets the date of every entry of a ZIP archive, in place, so that the same content gives the same bytes.
 * Only for archives of our own writers: fewer than 65 535 entries, no comment.
 */
export function setZipDates(zip: Buffer, instant: Date): void {
  const time = (instant.getUTCHours() << 11) | (instant.getUTCMinutes() << 5) | (instant.getUTCSeconds() >> 1)
  const year = Math.min(Math.max(instant.getUTCFullYear(), 1980), 2107) - 1980
  const date = (year << 9) | ((instant.getUTCMonth() + 1) << 5) | instant.getUTCDate()
  const end = zip.length - 22
  const count = zip.readUInt16LE(end + 10)
  let entry = zip.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    const local = zip.readUInt32LE(entry + 42)
    for (const at of [entry + 12, local + 10]) {
      zip.writeUInt16LE(time, at)
      zip.writeUInt16LE(date, at + 2)
    }
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
  }
}
