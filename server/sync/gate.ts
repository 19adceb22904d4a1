/** Holds work back while it is closed. Closed once more while closed, it opens when all have opened it. */
export class Gate {
  #closers = 0
  #opened: Promise<void> | null = null
  #open: () => void = () => {}

  get isClosed(): boolean {
    return this.#closers > 0
  }

  /** Closes; the returned function undoes it, once. */
  close(): () => void {
    if (this.#closers++ === 0) {
      this.#opened = new Promise(resolve => {
        this.#open = resolve
      })
    }
    let closed = true
    return () => {
      if (!closed) return
      closed = false
      if (--this.#closers === 0) this.#open()
    }
  }

  /** Resolves when the gate is open; it may be closed again by the time the caller goes on. */
  async whenOpen(): Promise<void> {
    if (this.isClosed) await this.#opened
  }
}
