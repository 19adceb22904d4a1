/** Long enough to let a burst of typing pass, short enough to feel live. */
const QUIET_MS = 250
/** A partner who never stops typing must not keep the panel from ever being right. */
const LATEST_MS = 2000

/** Work that waits for a pause: `call` asks for it, `cancel` takes the request back. */
export interface QuietWork {
  readonly call: () => void
  readonly cancel: () => void
}

/** Runs `work` once the calls have paused, at the latest after two seconds, when the browser has nothing else to do. */
export function whenQuiet(work: () => void): QuietWork {
  let timer: ReturnType<typeof setTimeout> | undefined
  let cancelIdle = () => {}
  let since: number | null = null
  const run = () => {
    cancelIdle = whenIdle(() => {
      since = null
      work()
    })
  }
  const cancel = () => {
    clearTimeout(timer)
    cancelIdle()
  }
  return {
    call: () => {
      cancel()
      since ??= performance.now()
      timer = setTimeout(run, Math.max(0, Math.min(QUIET_MS, since + LATEST_MS - performance.now())))
    },
    cancel,
  }
}

/** Safari has no idle callbacks: there, the next turn has to do. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 0)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(work, { timeout: 500 })
  return () => cancelIdleCallback(handle)
}
