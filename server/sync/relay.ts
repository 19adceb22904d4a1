import type { ArrivedUpdate, UpdateSource } from './committer.ts'
import { FrameBatch } from './frame-batch.ts'
import type { RoomMember } from './room-member.ts'

/** Hands durable updates to everybody in a room but those who sent them. With none, everybody may still hear what is saved. */
export function relay(members: ReadonlySet<RoomMember>, updates: readonly ArrivedUpdate[]): void {
  const toAll = updates.length > 0 ? new FrameBatch(updates.map(({ frame }) => frame)) : null
  const sources = new Set<UpdateSource | null>(updates.map(({ source }) => source))
  for (const member of members) {
    if (!sources.has(member)) {
      member.deliver(toAll)
      continue
    }
    const ofOthers = updates.filter(({ source }) => source !== member).map(({ frame }) => frame)
    member.deliver(ofOthers.length > 0 ? new FrameBatch(ofOthers) : null)
  }
}
