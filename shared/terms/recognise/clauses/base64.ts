/** Bytes as base64. `atob` and `btoa` are in the page, in its workers and on the server; lib0's takes a worker for Node. */
export const toBase64 = (bytes: readonly number[]): string =>
  btoa(bytes.map(byte => String.fromCharCode(byte)).join(''))

/** The bytes that `toBase64` wrote. */
export function fromBase64(text: string): Uint8Array {
  const letters = atob(text)
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at)
  return bytes
}
