import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import type { Person } from './account/account-state.ts'
import { download } from './agreement/download.ts'
import NotFoundPage from './shell/not-found-page.tsx'
import { VersionPage } from './signing/version-page.tsx'
import { library, sessions } from './this-device.ts'

/** `/agreements/:id/versions/:number`, where the number comes from an address that people can edit. */
export default function VersionRoute({ account, user }: { account: ReactNode; user: Person | null }) {
  const { id = '', number = '' } = useParams()
  if (!/^[1-9]\d{0,5}$/.test(number)) return <NotFoundPage account={account} />
  return (
    <VersionPage
      key={`${id}/${number}`}
      agreementId={id}
      number={Number(number)}
      userId={user?.id ?? null}
      sessions={sessions}
      account={account}
      download={download}
      onReopened={() => void library.refresh()}
    />
  )
}
