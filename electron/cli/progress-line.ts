import type { Progress } from '../../shared/ipc'

const barWidth = 24

/** One line of progress on a terminal that can rewrite it; one sentence a step elsewhere. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream
  #lastLabel = ''
  #shown = false

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream
  }

  show({ fait, total, libelle }: Progress): void {
    if (this.#stream.isTTY) {
      const filled = total > 0 ? Math.round((fait / total) * barWidth) : 0
      const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`
      const count = total > 0 ? ` ${String(fait)}/${String(total)}` : ''
      this.#stream.write(`\r\u001b[K${bar}${count} ${libelle}`)
      this.#shown = true
    } else if (libelle !== this.#lastLabel) {
      this.#stream.write(`${libelle}\n`)
    }
    this.#lastLabel = libelle
  }

  clear(): void {
    if (this.#shown) this.#stream.write('\r\u001b[K')
    this.#shown = false
  }
}
