import { type ReactNode, useMemo } from 'react'
import { AccountForms } from './account/account-forms.tsx'
import { sendAlong } from './account/account-host.tsx'
import { accountOperations } from './account/account-operations.ts'
import type { Person } from './account/account-state.ts'
import { useAccount } from './account/use-account.ts'
import { api } from './api/api-client.ts'
import InvitePage from './members/invite-page.tsx'
import { account, library } from './this-device.ts'

interface InviteRouteProps {
  readonly account: ReactNode
  readonly user: Person | null
  readonly onSignOut: () => void
}

/** `/invite/:token` with the forms for an account in the page itself: most guests have none. */
export default function InviteRoute(props: InviteRouteProps) {
  const { magicLink } = useAccount(account)
  const operations = useMemo(() => accountOperations(account, api), [])
  return (
    <InvitePage
      account={props.account}
      user={props.user}
      signOut={props.onSignOut}
      onJoined={() => library.refresh()}
      accountForms={onDone => (
        <AccountForms
          initialMode="sign-up"
          magicLink={magicLink}
          operations={operations}
          andThen="and join"
          onDone={() => {
            void sendAlong(library)
            onDone()
          }}
        />
      )}
    />
  )
}
