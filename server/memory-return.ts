import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Gives memory back to the system after a busy time. */
export interface MemoryReturn {
  stop(): void
}

export interface MemoryReturnOptions {
  /** How many rooms are open now. */
  rooms(): number
  /** Gives back what can be; nothing else happens meanwhile. */
  collect(): void
  /** How often to look; every 5 s when left out. */
  readonly everyMs?: number
}

/** Fewer rooms than this take too little to be worth a pause. */
const WORTH_ROOMS = 100
/** Of the most rooms since the last time, the share that may still be open: the few who are there wait for the pause. */
const LEFT_SHARE = 0.1

/**
 * Has memory collected once nearly everybody has left. V8 does so only when it needs room, and keeps the pages that it empties
 * for later use.
 */
export function createMemoryReturn({ rooms, collect, everyMs = 5000 }: MemoryReturnOptions): MemoryReturn {
  let most = 0
  const timer = setInterval(() => {
    const now = rooms()
    if (most < WORTH_ROOMS || now > most * LEFT_SHARE) {
      most = Math.max(most, now)
      return
    }
    most = now
    collect()
  }, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

/** The collection after which V8 keeps no empty page: a quarter of a second for a server that is nearly empty, less in a thread. */
export const collectAll = (): void => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })

/** Clears away what was made lately and is not held any more, with the bytes that it held outside of the heap; takes about a millisecond. */
export const collectYoung = (): void => collect({ type: 'minor', execution: 'sync' })

let gc: unknown = null

function collect(how: object): void {
  if (!gc) {
    // What `--expose-gc` gives, without asking whoever starts the server for it.
    setFlagsFromString('--expose-gc')
    gc = runInNewContext('gc')
  }
  if (typeof gc === 'function') gc(how)
}
