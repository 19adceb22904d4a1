import { useSyncExternalStore } from 'react'
import type { Account, AccountState } from './account-state.ts'

/** Who uses this device. */
export const useAccount = (account: Account): AccountState =>
  useSyncExternalStore(account.subscribe, account.state)
