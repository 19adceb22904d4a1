const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes as base64 without padding. Code that is shared has no `atob`, and lib0's takes a Web Worker for Node. */
export function toBase64(bytes: readonly number[]): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const letters = [18, 12, 6, 0].map(shift => ALPHABET[(group >> shift) & 63] ?? '')
    parts.push(letters.slice(0, Math.min(4, bytes.length - at + 1)).join(''))
  }
  return parts.join('')
}

/** The bytes that `toBase64` wrote. */
export function fromBase64(text: string): Uint8Array {
  const values = new Uint8Array(128)
  for (let index = 0; index < ALPHABET.length; index += 1) values[ALPHABET.charCodeAt(index)] = index
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let group = 0
  let bits = 0
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    group = ((group << 6) | (values[text.charCodeAt(index) & 127] ?? 0)) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[length] = (group >> bits) & 0xff
    length += 1
  }
  return bytes.subarray(0, length)
}
