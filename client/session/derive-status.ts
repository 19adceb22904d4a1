import type { LogState } from '../local/local-log.ts'
import type { LinkState } from './link.ts'
import type { SessionStatus } from './session-status.ts'

/** `link` is null while nobody shares the agreement. The most urgent truth wins: first this device, then the server. */
export function deriveStatus(log: LogState, link: LinkState | null): SessionStatus {
  const { waiting } = log
  if (log.failure !== null) return { kind: 'storage-failed', message: log.failure }
  if (!log.loaded) return { kind: 'loading' }
  if (log.unsaved > 0) return { kind: 'saving' }
  if (link === null) return { kind: 'saved-on-device' }
  if (link.phase === 'refused') return { kind: 'refused', why: link.why, waiting }
  if (link.phase === 'offline') return { kind: 'offline', waiting }
  if (waiting === 0) return { kind: 'saved-for-everyone' }
  if (link.phase === 'live' && link.denied !== null) return { kind: 'refused', why: link.denied, waiting }
  return { kind: 'sending', waiting }
}
