import { decodeUtf8 } from 'lib0/string'
import { err, ok, type Result } from '../result.ts'

/** Bytes that are not what they should be, with the reason in plain words. */
export interface UnreadableBytes {
  readonly kind: 'unreadable'
  readonly reason: string
}

/** The text of UTF-8 bytes and the JSON value that it states. */
export function decodeJson(
  bytes: Uint8Array,
): Result<{ readonly text: string; readonly json: unknown }, UnreadableBytes> {
  try {
    const text = decodeUtf8(bytes)
    return ok({ text, json: JSON.parse(text) })
  } catch {
    return err({ kind: 'unreadable', reason: 'it is not JSON text' })
  }
}
