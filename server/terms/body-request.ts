/** What the worker that reads texts is asked: whole states of the rooms, `discussion` when it is to be looked at too. */
export interface BodyRequest {
  readonly update: Uint8Array
  readonly discussion: Uint8Array | null
}
