import type { FrameBatch } from './frame-batch.ts'

/** The way to one client, as the sync engine sees it: a socket without its protocol. */
export interface Link {
  /** Sends frames in order, each batch in one write. Nothing happens on a closed link. */
  send(batch: FrameBatch, last?: FrameBatch): void
  /** Bytes handed to `send` that have not left this process. */
  unsent(): number
  /** Stops and resumes reading from the client; frames that were read already may still come. */
  pause(): void
  resume(): void
  /** Says goodbye and closes, also when the client no longer reads. */
  close(code: number, reason: string): void
}

/** What the transport tells the engine about a link. */
export interface LinkEvents {
  /** One whole frame. The bytes may be reused by the transport after the call, but not before the link is resumed. */
  received(frame: Uint8Array): void
  /** The client sent something that is no frame of the protocol. */
  malformed(): void
  /** All that was handed to `send` has left. */
  drained(): void
  closed(): void
}
