import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { SessionStatus } from './session-status.ts'

/**
 * One agreement as this tab has it open: its Yjs document, the local log behind it and, with an account, the connection.
 * It lives outside React in a module-level map, so that strict mode, route changes and hot reload open it once.
 */
export interface AgreementSession {
  readonly agreementId: string
  /** The `body` room, made with `gc: false`: merge review and the check before signing need what was deleted. */
  readonly body: Y.Doc
  /**
   * The `discussion` room: what members decide together that is not text. Its changes count in `status()`.
   * Each feature has a map of its own, with one entry per decision.
   */
  readonly discussion: Y.Doc
  readonly awareness: Awareness
  /** Settles when the local copy is in `body` and `discussion`; rejects only when this device's storage cannot be opened. */
  readonly loaded: Promise<void>
  /** `meta.schemaVersion` is above this client's: the text is shown read-only. */
  isNewerThanClient(): boolean
  status(): SessionStatus
  /** The server's text is in `body` and changes come in live; false offline and while connecting. */
  caughtUp(): boolean
  /** Calls back on every change of `status()` and `caughtUp()`; returns the way to stop. */
  subscribe(listener: () => void): () => void
  /** Called when the server closed with `access-changed` or refused: the agreement's details should be read again. */
  onAccessChanged(listener: () => void): () => void
  /** The text at a sealed snapshot (Yjs), rebuilt from this device's own copy; null when it lacks part of it. */
  bodyAt(snapshot: Uint8Array): Y.Doc | null
  /** Commits what is pending, closes the connection and frees the document. */
  dispose(): Promise<void>
}
