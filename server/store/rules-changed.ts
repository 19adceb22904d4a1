import type { RoomKey } from '../../shared/protocol/wire.ts'

/**
 * Updates of these rooms were judged by access rules that no longer hold, or the room is frozen: nothing of the batch was
 * written. Whoever gets it reads the rules anew, judges again, and appends what may still be written.
 */
export class RulesChanged extends Error {
  override readonly name = 'RulesChanged'
  readonly rooms: readonly RoomKey[]

  constructor(rooms: readonly RoomKey[]) {
    super('The access rules have changed')
    this.rooms = rooms
  }
}
