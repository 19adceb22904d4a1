import { Button, Skeleton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { VersionDetail } from '../../shared/protocol/api.ts'
import type { Result } from '../../shared/result.ts'
import { type ApiClient, api as serverApi } from '../api/api-client.ts'
import type { ApiError } from '../api/api-error.ts'
import { SealedText } from '../sealed/sealed-text.tsx'
import type { Sessions } from '../session/sessions.ts'
import { useSession } from '../session/use-session.ts'
import { requestAccount } from '../shell/account-request.ts'
import { Delayed } from '../shell/delayed.tsx'
import { Notice } from '../shell/notice.tsx'
import { Page } from '../shell/page.tsx'
import { exactTime } from '../shell/relative-time.ts'
import { usePage } from '../shell/use-page.ts'
import { useVersion } from './use-version.ts'
import { SIGNING_ID, VersionAside } from './version-aside.tsx'
import classes from './version-page.module.css'

interface VersionPageProps {
  readonly agreementId: string
  readonly number: number
  /** Null without an account. */
  readonly userId: string | null
  readonly sessions: Sessions
  /** What the app puts into the header. */
  readonly account: ReactNode
  /** Hands a file of the server to the browser's downloads; what stopped it, in words. */
  readonly download: (url: string, name: string) => Promise<Result<true, string>>
  /** Drafting was reopened: by an amendment, or because the version was declined. */
  readonly onReopened: () => void
  readonly api?: ApiClient
}

/** The exact text of a sealed version, who has signed it, and the way to sign it. */
export function VersionPage(props: VersionPageProps) {
  usePage(`Version ${props.number}`)
  return (
    <Page actions={props.account}>
      {props.userId === null ? <NeedsAccount /> : <Version {...props} userId={props.userId} />}
    </Page>
  )
}

const NeedsAccount = () => (
  <Notice
    title="Sign in to read this version"
    actions={<Button onClick={() => void requestAccount('sign')}>Sign in</Button>}
  >
    A sealed version is shown to the people on the agreement only.
  </Notice>
)

function Version(props: VersionPageProps & { userId: string }) {
  const { agreementId, number, userId, sessions, api = serverApi } = props
  const { state, reload } = useVersion(api, agreementId, number)
  const session = useSession(sessions, agreementId, { online: true, userId })
  if (state.kind === 'failed') return <Failed error={state.error} retry={reload} agreementId={agreementId} />
  if (state.kind === 'loading') return <Reading />
  const { manifest } = state.loaded.version
  return (
    <>
      <Link to={`/agreements/${agreementId}`} className={classes.back}>
        <IconArrowLeft size={16} aria-hidden="true" />
        The agreement
      </Link>
      <VersionHead version={state.loaded.version} />
      <div className={classes.columns}>
        <SealedText title={manifest.title} body={manifest.body} />
        <VersionAside
          loaded={state.loaded}
          agreementId={agreementId}
          userId={userId}
          session={session}
          api={api}
          reload={reload}
          download={props.download}
          onReopened={props.onReopened}
        />
      </div>
    </>
  )
}

const STATUS = {
  sealed: 'Sealed, waits for signatures',
  signed: 'Signed by all',
  refused: 'Refused',
} as const

const VersionHead = ({ version }: { version: VersionDetail }) => (
  <header className={classes.head}>
    <h1 className={classes.heading} tabIndex={-1}>
      Version {version.number}
    </h1>
    <p className={classes.status} data-status={version.status}>
      {STATUS[version.status]}
    </p>
    <p className={classes.sealedBy}>
      Sealed {exactTime(version.sealedAt)} by {version.manifest.sealedBy.name}
    </p>
    <a href={`#${SIGNING_ID}`} className={classes.jump}>
      To the signatures
    </a>
  </header>
)

const Reading = () => (
  <Delayed>
    <div role="status" aria-label="Reading the sealed version">
      <Skeleton height={30} width="55%" mb={24} />
      <Skeleton height={14} mb={10} />
      <Skeleton height={14} mb={10} />
      <Skeleton height={14} width="80%" />
    </div>
  </Delayed>
)

interface FailedProps {
  readonly error: ApiError
  readonly retry: () => Promise<void>
  readonly agreementId: string
}

function Failed({ error, retry, agreementId }: FailedProps) {
  const [title, text] =
    error.kind === 'offline'
      ? [
          'A sealed version needs the network',
          'It is kept on the server, and signing it hands your signature in there. Your own copy of the text can be read offline.',
        ]
      : error.kind === 'not-found'
        ? ['There is no such version', 'It does not exist, or you do not belong to this agreement.']
        : ['This version could not be read', error.message]
  return (
    <Notice
      title={title}
      actions={
        <>
          <Button onClick={() => void retry()}>Try again</Button>
          <Button variant="default" component={Link} to={`/agreements/${agreementId}`}>
            Open the agreement
          </Button>
        </>
      }
    >
      {text}
    </Notice>
  )
}
