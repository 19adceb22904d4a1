/** Something in the text that is worth a look before it is sealed. */
export interface OpenPoint {
  readonly id: string
  readonly message: string
  readonly blockId: string | null
}

/** An error of readiness, with its `waiverKey` as id: it is settled, or let stand with a reason, before the text can be sealed. */
export interface OpenError extends OpenPoint {
  /** Why it may stand; empty while nobody said so. */
  readonly reason: string
}
