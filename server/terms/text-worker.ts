import { parentPort, resourceLimits } from 'node:worker_threads'
import { must } from '../../shared/result.ts'
import type { SentencesRead } from '../../shared/terms/recognise/sentences-read.ts'
import { textTermsBeside } from '../../shared/terms/text-terms.ts'
import { createThread } from '../thread.ts'

const port = must(parentPort, 'this file runs as a worker only')

/** Takes nearly half of the work of a text, at the same time; ends with this thread. */
const beside = createThread<readonly string[]>(new URL('./sentence-worker.ts', import.meta.url), {
  memoryMb: must(resourceLimits?.maxOldGenerationSizeMb, 'a worker has limits'),
})
const readSentences = (sentences: readonly string[]) => beside.ask(sentences) as Promise<SentencesRead>

// Nobody waits for what the listener promises, so that a failure ends this thread: whoever asked learns of it, and the next text has a new one.
port.on('message', async (text: string) => {
  const bytes = new TextEncoder().encode(JSON.stringify(await textTermsBeside(text, readSentences)))
  port.postMessage(bytes, [bytes.buffer])
})
