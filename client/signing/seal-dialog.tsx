import { Modal, Skeleton } from '@mantine/core'
import { api as serverApi } from '../api/api-client.ts'
import { Delayed } from '../shell/delayed.tsx'
import classes from './seal.module.css'
import type { SealDialogProps } from './seal-dialog-props.ts'
import { SealForm } from './seal-form.tsx'

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
