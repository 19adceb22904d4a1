import { parentPort } from 'node:worker_threads'
import { must } from '../../shared/result.ts'
import type { BodyRequest } from './body-request.ts'
import { readBodyUpdate } from './read-body-update.ts'

const port = must(parentPort, 'this file runs as a worker only')

port.on('message', ({ update, discussion }: BodyRequest) =>
  port.postMessage(readBodyUpdate(update, discussion)),
)
