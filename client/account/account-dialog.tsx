import { Modal } from '@mantine/core'
import type { AccountReason } from '../shell/account-request.ts'
import classes from './account.module.css'
import { AccountForms, type AccountOperations } from './account-forms.tsx'

const WHY: Readonly<Record<AccountReason, string>> = {
  plain: 'With an account your agreements reach your other devices and the people whom you invite.',
  share: 'So that the others know who invites them. What you wrote here comes with you.',
  sync: 'So that this agreement can reach the others. What you wrote here comes with you.',
  sign: 'So that the signature carries your name. What you wrote here comes with you.',
}

interface AccountDialogProps {
  readonly reason: AccountReason | null
  readonly magicLink: boolean
  readonly operations: AccountOperations
  readonly onDone: () => void
  readonly onClose: () => void
}

export const AccountDialog = ({ reason, magicLink, operations, onDone, onClose }: AccountDialogProps) => (
  <Modal opened={reason !== null} onClose={onClose} title="Your account" size="md">
    {reason && (
      <>
        <p className={classes.why}>{WHY[reason]}</p>
        <AccountForms
          initialMode={reason === 'plain' ? 'sign-in' : 'sign-up'}
          magicLink={magicLink}
          operations={operations}
          onDone={onDone}
        />
      </>
    )}
  </Modal>
)
