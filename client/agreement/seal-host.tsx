import { useMemo } from 'react'
import { readBody } from '../../shared/document/yjs-body.ts'
import type { AgreementDetail } from '../../shared/protocol/api.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import type { ApiError } from '../api/api-error.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import type { SessionStatus } from '../session/session-status.ts'
import { useSessionStatus } from '../session/use-session-status.ts'
import { SealDialog } from '../signing/seal-dialog.tsx'
import { openPoints } from './open-points.ts'

interface SealHostProps {
  readonly session: AgreementSession
  readonly agreement: AgreementDetail | null
  readonly refusal: ApiError | null
  readonly terms: Terms | null
  readonly onClose: () => void
  readonly onSealed: (number: number) => void
  readonly onGoTo: (blockId: string) => void
  readonly onInvite: () => void
}

/** What is being stored counts too: it has not been sent. */
const waitingOf = (status: SessionStatus): number =>
  'waiting' in status ? status.waiting : status.kind === 'saved-for-everyone' ? 0 : 1

/** The dialog for sealing with what the text says now. Mounted only while it is open: it follows every change. */
export function SealHost({ session, terms, ...rest }: SealHostProps) {
  const waiting = waitingOf(useSessionStatus(session))
  const points = useMemo(
    () => (terms === null ? [] : openPoints(readBody(session.body), terms)),
    [session, terms],
  )
  return <SealDialog opened parties={terms?.parties ?? []} openPoints={points} waiting={waiting} {...rest} />
}
