import type { ApiClient } from '../api/api-client.ts'
import type { AccountOperations } from './account-forms.tsx'
import type { Account } from './account-state.ts'

/** Signing in and up on the server, done only when this device knows the account too. */
export function accountOperations(
  account: Account,
  api: Pick<ApiClient, 'signUp' | 'signIn' | 'requestMagicLink'>,
): AccountOperations {
  return {
    async signUp({ name, email, password }) {
      const answer = await api.signUp({ name, email, password })
      return answer.ok ? account.refresh() : answer
    },
    async signIn({ email, password }) {
      const answer = await api.signIn({ email, password })
      return answer.ok ? account.refresh() : answer
    },
    sendLink: ({ email }) =>
      // The link leads back to where it was asked for: an invitation, an agreement, the list.
      api.requestMagicLink({ email, callbackURL: window.location.pathname }),
  }
}
