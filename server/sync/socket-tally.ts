/** Told what happens on the sockets, for whoever counts. */
export interface SocketTally {
  opened(): void
  closed(): void
  /** A message of so many bytes came in. */
  received(bytes: number): void
  /** So many bytes were handed over to go out. */
  sent(bytes: number): void
  /** A member sent more than the rate allows, and is not read for a while. */
  heldBack(): void
}

const nothing = (): void => {}

export const NO_TALLY: SocketTally = {
  opened: nothing,
  closed: nothing,
  received: nothing,
  sent: nothing,
  heldBack: nothing,
}
