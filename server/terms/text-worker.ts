import { parentPort, resourceLimits } from 'node:worker_threads'
import { must, ok } from '../../shared/result.ts'
import type { SentencesRead } from '../../shared/terms/recognise/sentences-read.ts'
import { textTermsBeside } from '../../shared/terms/text-terms.ts'
import { createThread } from '../thread.ts'
import { jsonBytes } from './json-bytes.ts'
import { readableText, textInBytes } from './plain-text-file.ts'
import type { SentText, TextAnswer } from './text-extractor.ts'

const port = must(parentPort, 'this file runs as a worker only')

/** Takes nearly half of the work of a text, at the same time; ends with this thread. */
const beside = createThread<readonly string[]>(new URL('./sentence-worker.ts', import.meta.url), {
  memoryMb: must(resourceLimits?.maxOldGenerationSizeMb, 'a worker has limits'),
})
const readSentences = (sentences: readonly string[]) => beside.ask(sentences) as Promise<SentencesRead>

// Nobody waits for what the listener promises, so that a failure ends this thread: whoever asked learns of it, and the next text has a new one.
port.on('message', async (sent: SentText) => {
  const text = typeof sent === 'string' ? readableText(sent) : textInBytes(sent)
  if (!text.ok) return port.postMessage(text satisfies TextAnswer)
  const bytes = jsonBytes(await textTermsBeside(text.value, readSentences))
  return port.postMessage(ok(bytes) satisfies TextAnswer, [bytes.buffer])
})
