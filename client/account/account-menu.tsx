import { Button, Menu, VisuallyHidden } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { requestAccount } from '../shell/account-request.ts'
import { initials } from '../shell/people.tsx'
import classes from './account.module.css'
import type { Account } from './account-state.ts'
import { useAccount } from './use-account.ts'

/** Who is signed in, or the way to sign in. */
export function AccountMenu({ account, onSignOut }: { account: Account; onSignOut: () => void }) {
  const { user } = useAccount(account)
  if (!user)
    return (
      <Button variant="default" onClick={() => void requestAccount('plain')}>
        Sign in
      </Button>
    )
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className={classes.me}>
          <span aria-hidden="true">{initials(user.name)}</span>
          <VisuallyHidden>Your account: {user.name}</VisuallyHidden>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <span className={classes.name}>{user.name}</span>
          <span className={classes.email}>{user.email}</span>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} aria-hidden />} onClick={onSignOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
