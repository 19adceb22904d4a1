import type { AgreementDetail } from '../../shared/protocol/api.ts'
import type { Problem } from '../../shared/terms/readiness/problem.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import type { ApiError } from '../api/api-error.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import type { SessionStatus } from '../session/session-status.ts'
import { useSessionStatus } from '../session/use-session-status.ts'
import { SealDialog } from '../signing/seal-dialog.tsx'
import { openErrors, openPoints } from './open-points.ts'
import type { Waivers } from './use-waivers.ts'

interface SealHostProps {
  readonly session: AgreementSession
  readonly agreement: AgreementDetail | null
  readonly refusal: ApiError | null
  readonly terms: Terms | null
  readonly problems: readonly Problem[]
  readonly waivers: Waivers
  readonly onClose: () => void
  readonly onSealed: (number: number) => void
  readonly onGoTo: (blockId: string) => void
  readonly onReadiness: () => void
  readonly onInvite: () => void
}

/** What is being stored counts too: it has not been sent. */
const waitingOf = (status: SessionStatus): number =>
  'waiting' in status ? status.waiting : status.kind === 'saved-for-everyone' ? 0 : 1

/** The dialog for sealing with what the text says now. Mounted only while it is open: it follows every change. */
export function SealHost({ session, terms, problems, waivers, ...rest }: SealHostProps) {
  const waiting = waitingOf(useSessionStatus(session))
  return (
    <SealDialog
      opened
      parties={terms?.parties ?? []}
      openPoints={openPoints(problems)}
      errors={openErrors(problems, waivers.reasons)}
      onReason={waivers.setReason}
      waiting={waiting}
      {...rest}
    />
  )
}
