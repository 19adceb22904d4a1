/** Writes lib0's encoding into bytes of just the right size: `write` is called twice, the first time only to count. */
export function written(write: (writer: ByteWriter) => void): Uint8Array {
  const counter = new ByteWriter(null)
  write(counter)
  const bytes = new Uint8Array(counter.at)
  write(new ByteWriter(bytes))
  return bytes
}

/** Where `written` writes to. */
export class ByteWriter {
  at = 0
  readonly #bytes: Uint8Array | null

  constructor(bytes: Uint8Array | null) {
    this.#bytes = bytes
  }

  byte(value: number): void {
    if (this.#bytes) this.#bytes[this.at] = value
    this.at++
  }

  /** A varint of at most 53 bits. */
  uint(value: number): void {
    let left = value
    for (; left > 127; left = Math.floor(left / 128)) this.byte(128 | (left % 128))
    this.byte(left)
  }

  bytes(bytes: Uint8Array): void {
    this.#bytes?.set(bytes, this.at)
    this.at += bytes.length
  }
}
