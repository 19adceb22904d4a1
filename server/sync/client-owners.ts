import type { ClockRange } from './clock-range.ts'

/** Whether ticks are in the room already, and who is known to be at a client id now. */
export interface OwnerWitness {
  knows(ranges: readonly ClockRange[]): boolean
  /** The account whose socket has announced the id and is still there; null when none has. */
  announcedBy(client: number): string | null
}

const NO_CLAIMS: readonly number[] = []

/**
 * Whose each Yjs client id of one room is: the account's that first used it. Nobody else may write under it, or the text would
 * name the wrong author, and what its owner has still to send would be taken for known and dropped.
 */
export class ClientOwners {
  readonly #owners: Map<number, string>

  constructor(owners: ReadonlyMap<number, string>) {
    this.#owners = new Map(owners)
  }

  /**
   * The ids that an update is the first to use; null when it writes under an id of somebody else's. What the room holds already
   * is anybody's to repeat: clients that come back send all that the server lacked, and sometimes more. Deleting is an edit of
   * its own, under no id.
   */
  claims(structs: readonly ClockRange[], userId: string, witness: OwnerWitness): readonly number[] | null {
    let claims: number[] | null = null
    for (const range of structs) {
      const { client } = range
      const owner = this.#owners.get(client)
      if (owner === userId) continue
      const user = owner ?? witness.announcedBy(client) ?? userId
      if (user !== userId) {
        if (!witness.knows([range])) return null
      } else if (!claims) claims = [client]
      else if (!claims.includes(client)) claims.push(client)
    }
    return claims ?? NO_CLAIMS
  }

  /** Ties ids to an account; an id that is tied stays with its first owner. */
  claim(clients: readonly number[], userId: string): void {
    for (const client of clients) if (!this.#owners.has(client)) this.#owners.set(client, userId)
  }
}
