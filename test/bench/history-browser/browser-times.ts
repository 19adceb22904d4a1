import type { Page } from 'playwright-core'

/** Notes in the page how long each question to a worker takes until its answer is there. */
export const listenToWorkers = () => {
  const log: { kind: string; ms: number }[] = []
  const Original = Worker
  Object.assign(window, {
    workerLog: log,
    Worker: class extends Original {
      readonly #asked = new Map<unknown, { kind: string; at: number }>()
      constructor(...args: ConstructorParameters<typeof Original>) {
        super(...args)
        this.addEventListener('message', ({ data }) => {
          const asked = this.#asked.get(data?.id)
          // The page has to read it too before it has an answer.
          if (data?.json) JSON.parse(data.json)
          if (asked) log.push({ kind: asked.kind, ms: performance.now() - asked.at })
          this.#asked.delete(data?.id)
        })
      }
      override postMessage(
        message: { id?: unknown; question?: { kind: string }; merges?: unknown },
        ...rest: []
      ) {
        const kind = message?.question?.kind ?? (message?.merges ? 'review' : null)
        if (kind) this.#asked.set(message.id, { kind, at: performance.now() })
        super.postMessage(message, ...rest)
      }
    },
  })
}

type WorkerLog = { kind: string; ms: number }[]
/** Takes what workers answered since the last call. */
export const answers = async (page: Page, kind: string): Promise<number[]> => {
  const log = await page.evaluate(() => (window as unknown as { workerLog: WorkerLog }).workerLog.splice(0))
  return log.filter(each => each.kind === kind).map(({ ms }) => ms)
}

/** From the click on what `press` matches to the frame after something that `shows` matches is there. */
export async function timeToScreen(page: Page, press: string, shows: string): Promise<number> {
  return page.evaluate(
    ([from, to]) =>
      new Promise<number>(resolve => {
        const start = performance.now()
        const look = () => {
          if (!document.querySelector(to)) return
          observer.disconnect()
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now() - start)
            port2.postMessage(0)
          })
        }
        setTimeout(() => resolve(Number.NaN), 60_000)
        const observer = new MutationObserver(look)
        observer.observe(document, { childList: true, subtree: true, attributes: true })
        ;(document.querySelector(from) as HTMLElement | null)?.click()
        look()
      }),
    [press, shows] as const,
  )
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN

let missed = false
/** Whether a median was above its target so far. */
export const hasMissed = () => missed

/** Says all figures, in the order in which they were measured: the first is often the slowest. */
export function say(name: string, times: readonly number[], target?: number) {
  const each = times.map(time => time.toFixed(0)).join(', ')
  if (target !== undefined && median(times) > target) missed = true
  const verdict =
    target === undefined ? '' : ` (target ${target}: ${median(times) > target ? 'MISSED' : 'met'})`
  process.stdout.write(
    `${name.padEnd(46)} median ${median(times).toFixed(0).padStart(5)} ms of ${each}${verdict}\n`,
  )
}
