import type { ReactNode } from 'react'
import type { Person } from '../account/account-state.ts'
import type { Library } from '../local/library.ts'
import type { Sessions } from '../session/sessions.ts'

export interface AgreementPageProps {
  readonly library: Library
  readonly sessions: Sessions
  readonly user: Person | null
  /** What the app puts into the header of a page that is no agreement. */
  readonly account: ReactNode
}
