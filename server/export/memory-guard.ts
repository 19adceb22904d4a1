import { workerData } from 'node:worker_threads'

const LOOK_EVERY_MS = 50
const limitBytes: unknown = workerData

/** Runs beside Typst in its process, which cannot look after itself while it is busy in native code. */
setInterval(() => {
  if (typeof limitBytes === 'number' && process.memoryUsage.rss() > limitBytes) {
    process.kill(process.pid, 'SIGKILL')
  }
}, LOOK_EVERY_MS)
