import { Modal, Skeleton } from '@mantine/core'
import type { AgreementDetail } from '../../shared/protocol/api.ts'
import { type ApiClient, api as serverApi } from '../api/api-client.ts'
import type { ApiError } from '../api/api-error.ts'
import { Delayed } from '../shell/delayed.tsx'
import classes from './seal.module.css'
import { SealForm } from './seal-form.tsx'
import type { PartyToSign } from './seal-model.ts'

/** Something in the text that is worth a look before it is sealed. */
export interface OpenPoint {
  readonly id: string
  readonly message: string
  readonly blockId: string | null
}

export interface SealDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** Null while it is read, or when it could not be. */
  readonly agreement: AgreementDetail | null
  /** Why it could not be read; null while nothing went wrong. */
  readonly refusal: ApiError | null
  /** As the text names them now, in its order. */
  readonly parties: readonly PartyToSign[]
  /** What readiness says of the text; empty when nothing is open. */
  readonly openPoints?: readonly OpenPoint[]
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

/** Where the convener names who signs for each party, and freezes the text. */
export const SealDialog = (props: SealDialogProps) => (
  <Modal opened={props.opened} onClose={props.onClose} title="Seal a version for signing" size={640}>
    {props.agreement ? (
      <SealForm {...props} agreement={props.agreement} api={props.api ?? serverApi} />
    ) : props.refusal ? (
      <p role="alert" className={classes.text}>
        {props.refusal.kind === 'offline'
          ? 'You are offline. Sealing freezes the text for everybody, so it needs the server: open this again when you have a network.'
          : props.refusal.message}
      </p>
    ) : (
      <Delayed>
        <div role="status" aria-label="Reading who belongs to the agreement">
          <Skeleton height={18} width="60%" mb={12} />
          <Skeleton height={18} width="45%" />
        </div>
      </Delayed>
    )}
  </Modal>
)
