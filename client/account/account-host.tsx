import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { api } from '../api/api-client.ts'
import type { Library } from '../local/library.ts'
import { useAccountRequest } from '../shell/account-request.ts'
import { AccountDialog } from './account-dialog.tsx'
import { accountOperations } from './account-operations.ts'
import type { Account } from './account-state.ts'
import { useAccount } from './use-account.ts'

const agreements = (count: number) =>
  count === 1 ? 'The agreement that you wrote here' : `The ${count} agreements that you wrote here`

/** Says that what was written without an account comes along, and whether it has arrived. */
export async function sendAlong(library: Library): Promise<void> {
  const waiting = () => library.entries().filter(entry => entry.server === null).length
  const count = waiting()
  if (count === 0) return
  const id = 'claimed'
  notifications.show({
    id,
    loading: true,
    autoClose: false,
    withCloseButton: false,
    message: `${agreements(count)} ${count === 1 ? 'is' : 'are'} being sent to your account.`,
  })
  await library.refresh()
  const arrived = waiting() === 0
  notifications.update({
    id,
    loading: false,
    autoClose: 6000,
    withCloseButton: true,
    message: arrived
      ? `${agreements(count)} ${count === 1 ? 'belongs' : 'belong'} to your account now.`
      : `${agreements(count)} ${count === 1 ? 'belongs' : 'belong'} to your account, and will be sent when the server can be reached.`,
  })
}

/** The dialog in which any part of the app asks for an account. */
export function AccountHost({ account, library }: { account: Account; library: Library }) {
  const request = useAccountRequest()
  const { magicLink } = useAccount(account)
  const operations = useMemo(() => accountOperations(account, api), [account])
  return (
    <AccountDialog
      reason={request?.reason ?? null}
      magicLink={magicLink}
      operations={operations}
      onDone={() => {
        void sendAlong(library)
        request?.settle(true)
      }}
      onClose={() => request?.settle(false)}
    />
  )
}
