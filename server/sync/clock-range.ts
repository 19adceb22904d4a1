/** The ticks `from <= clock < to` of one client. */
export interface ClockRange {
  readonly client: number
  readonly from: number
  readonly to: number
}
