import { isUtf8 } from 'node:buffer'
import { err, ok, type Result } from '../../shared/result.ts'

/** Largest text whose terms are read at once, in bytes of UTF-8. */
export const TEXT_BYTES = 2 * 1024 * 1024

/** Why the terms of something cannot be read, in words that say what to do. */
export interface NoText {
  readonly kind: 'too-large' | 'bad-request'
  readonly message: string
}

const BYTE_ORDER_MARK = '\ufeff'

const noText = (message: string) => err({ kind: 'bad-request' as const, message })

/** The text in these bytes, which must be UTF-8. A byte order mark is no part of it; offsets count from what follows. */
export function textInBytes(bytes: Uint8Array): Result<string, NoText> {
  if (bytes.length > TEXT_BYTES) return tooLarge
  if (!isUtf8(bytes))
    return noText('This is not plain text in UTF-8. Save it as plain text (UTF-8), then try again.')
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
  return readableText(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text)
}

/** The text itself, where it is one and within the limit. */
export function readableText(text: string): Result<string, NoText> {
  if (Buffer.byteLength(text) > TEXT_BYTES) return tooLarge
  if (text.trim() === '') return noText('There is no text in this.')
  if (text.includes('\0'))
    return noText('This is a file of another kind, not plain text. Save it as plain text (UTF-8) first.')
  return ok(text)
}

const tooLarge = err({
  kind: 'too-large' as const,
  message: 'A text may have up to 2 MB. Send it in parts.',
})
