const BINARY = 0x82

/** Messages as a server sends them (RFC 6455, section 5.2: whole, binary, unmasked, uncompressed), one after the other. */
export function webSocketBytes(messages: readonly Uint8Array[]): Uint8Array {
  let size = 0
  for (const { length } of messages) size += headBytes(length) + length
  const bytes = Buffer.allocUnsafe(size)
  let at = 0
  for (const message of messages) {
    at = writeHead(bytes, at, message.length)
    bytes.set(message, at)
    at += message.length
  }
  return bytes
}

const headBytes = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10)

function writeHead(bytes: Buffer, at: number, length: number): number {
  bytes[at] = BINARY
  if (length < 126) {
    bytes[at + 1] = length
    return at + 2
  }
  if (length < 65_536) {
    bytes[at + 1] = 126
    return bytes.writeUInt16BE(length, at + 2)
  }
  bytes[at + 1] = 127
  return bytes.writeBigUInt64BE(BigInt(length), at + 2)
}
