import { readFile, stat } from 'node:fs/promises'
import { err, ok, type Result } from '../../shared/result.ts'
import { IMPORT_REFUSAL_WORDS } from '../../shared/word/import-refusal.ts'
import { plainText } from '../../shared/word/plain-text.ts'
import { readDocx } from '../../shared/word/read-docx.ts'
import { WORD_LIMITS } from '../../shared/word/word-limits.ts'
import { newId } from '../new-id.ts'
import { readableText, TEXT_BYTES, textInBytes } from '../terms/plain-text-file.ts'

/** First bytes of a zip, which a Word file is, and of what older and encrypted Word files are. */
const WORD_STARTS = ['504b0304', 'd0cf11e0']

/** The text of a file of plain text, Markdown or Word; the error says why there is none. `fromWord`: it was made from a Word file. */
export async function textOfFile(
  path: string,
): Promise<Result<{ readonly text: string; readonly fromWord: boolean }, string>> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return err('there is no such file')
  if (found.size > WORD_LIMITS.fileBytes) return err(IMPORT_REFUSAL_WORDS['too-large'])
  const bytes = new Uint8Array(await readFile(path))
  if (WORD_STARTS.includes(Buffer.from(bytes.subarray(0, 4)).toString('hex'))) {
    const read = readDocx(bytes, newId)
    if (!read.ok) return err(IMPORT_REFUSAL_WORDS[read.error.kind])
    const text = readableText(plainText(read.value))
    return text.ok ? ok({ text: text.value, fromWord: true }) : err(text.error.message)
  }
  if (bytes.length > TEXT_BYTES) return err('a text may have up to 2 MB')
  const text = textInBytes(bytes)
  return text.ok ? ok({ text: text.value, fromWord: false }) : err(text.error.message)
}
