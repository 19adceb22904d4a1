import type { AgreementDetail } from '../../shared/protocol/api.ts'
import type { ApiClient } from '../api/api-client.ts'
import type { ApiError } from '../api/api-error.ts'
import type { OpenError, OpenPoint } from './open-error.ts'
import type { PartyToSign } from './seal-model.ts'

export interface SealDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** Null while it is read, or when it could not be. */
  readonly agreement: AgreementDetail | null
  /** Why it could not be read; null while nothing went wrong. */
  readonly refusal: ApiError | null
  /** As the text names them now, in its order. */
  readonly parties: readonly PartyToSign[]
  /** What readiness finds worth a look; empty when nothing is. */
  readonly openPoints: readonly OpenPoint[]
  /** The errors that readiness finds; none of them may be open when the text is sealed. */
  readonly errors: readonly OpenError[]
  /** Says why an error may stand, or takes it back with an empty reason. */
  readonly onReason: (id: string, reason: string) => void
  /** Leads to the errors beside the text; the dialog is closed before. */
  readonly onReadiness: () => void
  /** Changes of this device that the server has not acknowledged: they would not be in the sealed text. */
  readonly waiting: number
  /** The version is sealed: lead to its page. */
  readonly onSealed: (number: number) => void
  /** Shows the block in the text; the dialog is closed before. */
  readonly onGoTo: (blockId: string) => void
  /** Opens the dialog in which people are invited. */
  readonly onInvite: () => void
  readonly api?: ApiClient
}
