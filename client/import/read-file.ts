import { err, type Result } from '../../shared/result.ts'
import type { ImportRefusal } from '../../shared/word/import-refusal.ts'
import type { ImportedFile } from '../../shared/word/imported-file.ts'
import { WORD_LIMITS } from '../../shared/word/word-limits.ts'

/** What a file dialog offers; the content decides, not the name. */
export const IMPORT_TYPES =
  '.docx,.md,.markdown,.txt,application/vnd.openxmlformats-officedocument.wordprocessingml.document,text/markdown'

type Read = Result<ImportedFile, ImportRefusal>

/**
 * Reads a chosen file, also without a network. A Word file is read in a worker of its own, which is ended when it takes too long:
 * whatever is in the file, the page stays usable.
 */
export async function readFile(file: File): Promise<Read> {
  if (file.size > WORD_LIMITS.fileBytes) return err({ kind: 'too-large' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!/\.(?:md|markdown|txt)$/i.test(file.name)) return readWord(bytes)
  const { readMarkdown } = await import('../../shared/word/read-markdown.ts')
  try {
    return readMarkdown(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return err({ kind: 'broken' })
  }
}

function readWord(bytes: Uint8Array): Promise<Read> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Read>(resolve => {
    const end = (read: Read) => {
      clearTimeout(timer)
      worker.terminate()
      resolve(read)
    }
    const timer = setTimeout(() => end(err({ kind: 'too-slow' })), WORD_LIMITS.milliseconds)
    worker.onmessage = ({ data }: MessageEvent<Read>) => end(data)
    worker.onerror = () => end(err({ kind: 'broken' }))
    worker.postMessage(bytes, [bytes.buffer])
  })
}
