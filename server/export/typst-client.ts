import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { err, ok, type Result } from '../../shared/result.ts'
import type { TypstAnswer, TypstRequest } from './typst-messages.ts'

/** What one job may use. `idleMs`: how long the process waits for the next one before it gives its memory back. */
export interface TypstLimits {
  readonly timeMs: number
  readonly memoryBytes: number
  readonly idleMs: number
}

export const TYPST_LIMITS: TypstLimits = { timeMs: 60_000, memoryBytes: 1_500_000_000, idleMs: 60_000 }

/** Enough to find the fonts of the machine; no secret of the server reaches the process. */
const ENVIRONMENT = [
  'HOME',
  'XDG_DATA_HOME',
  'SystemRoot',
  'WINDIR',
  'APPDATA',
  'LOCALAPPDATA',
  'USERPROFILE',
]

const ENTRY = fileURLToPath(new URL('./typst-process.ts', import.meta.url))

/** Runs Typst in a process of its own, one job after the other. The process starts with the first job. */
export class TypstClient {
  readonly #limits: TypstLimits
  #child: ChildProcess | null = null
  #idle: NodeJS.Timeout | undefined
  #last: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(limits: TypstLimits) {
    this.#limits = limits
  }

  /** The answer, or `too-large` when the job used up its time or memory. A process that ends otherwise is a defect. */
  ask(request: TypstRequest): Promise<Result<TypstAnswer, { kind: 'too-large' }>> {
    const job = this.#last.then(() => this.#run(request))
    this.#last = job.catch(() => undefined)
    return job
  }

  /** Ends the process; a job under way and those that wait are refused with an error. */
  async close(): Promise<void> {
    this.#closed = true
    this.#end()
    await this.#last
  }

  #run(request: TypstRequest): Promise<Result<TypstAnswer, { kind: 'too-large' }>> {
    if (this.#closed) return Promise.reject(new Error('the PDF renderer is closed'))
    clearTimeout(this.#idle)
    const child = this.#running()
    child.ref()
    child.channel?.ref()
    return new Promise((resolve, reject) => {
      let late = false
      const timer = setTimeout(() => {
        late = true
        child.kill('SIGKILL')
      }, this.#limits.timeMs)
      const settle = () => {
        clearTimeout(timer)
        child.removeAllListeners('message')
        child.removeAllListeners('exit')
        child.removeAllListeners('error')
      }
      child.once('message', (answer: TypstAnswer) => {
        settle()
        this.#rest()
        resolve(ok(answer))
      })
      child.once('exit', (code, signal) => {
        settle()
        this.#child = null
        // The guard of its memory, or the system short of memory, ends the process with this signal.
        if (late || (signal === 'SIGKILL' && !this.#closed)) resolve(err({ kind: 'too-large' }))
        else reject(new Error(`the Typst process ended (${signal ?? code})`))
      })
      child.once('error', reject)
      child.send(request, error => {
        if (error) child.kill('SIGKILL')
      })
    })
  }

  #running(): ChildProcess {
    if (this.#child?.connected) return this.#child
    const environment = Object.fromEntries(
      ENVIRONMENT.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
    )
    this.#child = fork(ENTRY, [`${this.#limits.memoryBytes}`], {
      serialization: 'advanced',
      execArgv: [],
      env: environment,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    return this.#child
  }

  #rest(): void {
    this.#idle = setTimeout(() => this.#end(), this.#limits.idleMs)
    this.#idle.unref()
    this.#child?.unref()
    this.#child?.channel?.unref()
  }

  #end(): void {
    clearTimeout(this.#idle)
    this.#child?.kill('SIGKILL')
    this.#child = null
  }
}
