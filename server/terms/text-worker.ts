import { parentPort } from 'node:worker_threads'
import { must } from '../../shared/result.ts'
import { textTerms } from '../../shared/terms/text-terms.ts'

const port = must(parentPort, 'this file runs as a worker only')

port.on('message', (text: string) => {
  const bytes = new TextEncoder().encode(JSON.stringify(textTerms(text)))
  port.postMessage(bytes, [bytes.buffer])
})
