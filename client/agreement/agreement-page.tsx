import { useEffect } from 'react'
import { useParams } from 'react-router'
import type { AgreementSession } from '../session/agreement-session.ts'
import { useSession } from '../session/use-session.ts'
import { useSessionStatus } from '../session/use-session-status.ts'
import { usePage } from '../shell/use-page.ts'
import type { AgreementPageProps } from './agreement-page-props.ts'
import { AgreementWorkspace } from './agreement-workspace.tsx'
import { CannotOpen, NoStorage, OpeningAgreement, SignInToOpen, TextNotHere } from './page-notices.tsx'
import { useHasText } from './use-has-text.ts'
import { type KnownAgreement, useKnownAgreement } from './use-known-agreement.ts'
import { useLoaded } from './use-loaded.ts'

export default function AgreementPage(props: AgreementPageProps) {
  const { id = '' } = useParams()
  return <Agreement key={id} agreementId={id} {...props} />
}

function Agreement(props: AgreementPageProps & { agreementId: string }) {
  usePage('Agreement')
  const { library, user, agreementId } = props
  const known = useKnownAgreement(library, agreementId, user !== null)
  if (known.entry || known.detail) return <KnownAgreementPage {...props} known={known} />
  if (!known.libraryRead) return <OpeningAgreement />
  if (user === null) return <SignInToOpen account={props.account} />
  if (known.refusal)
    return <CannotOpen account={props.account} refusal={known.refusal} retry={() => void known.reload()} />
  return <OpeningAgreement />
}

interface KnownProps extends AgreementPageProps {
  readonly agreementId: string
  readonly known: KnownAgreement
}

function KnownAgreementPage(props: KnownProps) {
  const { sessions, library, agreementId, known, user } = props
  const { entry, detail, reload } = known
  const online = user !== null && (entry ? entry.server !== null && !entry.left : detail !== null)
  const session = useSession(sessions, agreementId, { online, userId: user?.id ?? null })
  const loaded = useLoaded(session)

  useEffect(
    () =>
      session?.onAccessChanged(() => {
        void reload()
        void library.refresh()
      }),
    [session, reload, library],
  )
  if (loaded === 'failed') return <NoStorage account={props.account} />
  if (!session || loaded === 'reading') return <OpeningAgreement />
  return <LoadedAgreement {...props} session={session} />
}

function LoadedAgreement(props: KnownProps & { session: AgreementSession }) {
  const hasText = useHasText(props.session)
  return hasText ? <AgreementWorkspace {...props} /> : <WaitForText {...props} />
}

function WaitForText({ session, known, account }: KnownProps & { session: AgreementSession }) {
  const status = useSessionStatus(session)
  const unreachable = status.kind === 'offline' || status.kind === 'refused'
  return unreachable ? (
    <TextNotHere account={account} title={known.entry?.title ?? known.detail?.title ?? 'Agreement'} />
  ) : (
    <OpeningAgreement />
  )
}
