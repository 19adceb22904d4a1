import type { AccessRefusal } from '../../shared/agreement/access.ts'
import type { RoomName } from '../../shared/protocol/wire.ts'
import type { Result } from '../../shared/result.ts'

/** What a member may do on a socket, by the rules in force when it was asked. `name` is shown to others. */
export interface SocketAccess {
  readonly name: string
  readonly mayWrite: Readonly<Record<RoomName, Result<true, AccessRefusal>>>
}
