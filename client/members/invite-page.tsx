import { Button, Skeleton } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { ROLE_MEANING } from '../../shared/agreement/role.ts'
import type { InvitationPreview } from '../../shared/protocol/api.ts'
import type { Result } from '../../shared/result.ts'
import { api } from '../api/api-client.ts'
import type { ApiError } from '../api/api-error.ts'
import { Delayed } from '../shell/delayed.tsx'
import { Notice } from '../shell/notice.tsx'
import { Page } from '../shell/page.tsx'
import { usePage } from '../shell/use-page.ts'
import { invitationRefusal } from './invitation-refusal.ts'
import classes from './invite-page.module.css'
import { expiryWords, roleTitle } from './member-words.ts'

interface InvitePageProps {
  readonly account: ReactNode
  /** The person who is signed in; null without an account. */
  readonly user: { readonly name: string; readonly email: string } | null
  /** Forms to sign up or in; they call back once there is an account. */
  readonly accountForms: (onDone: () => void) => ReactNode
  readonly signOut: () => void
  /** Fetches the agreement onto this device, as far as the network allows. */
  readonly onJoined: () => Promise<unknown>
}

export default function InvitePage(props: InvitePageProps) {
  usePage('Invitation')
  const { token = '' } = useParams()
  const [preview, setPreview] = useState<Result<InvitationPreview, ApiError> | null>(null)
  const read = useCallback(async () => {
    setPreview(null)
    setPreview(await api.invitationPreview(token))
  }, [token])
  useEffect(() => void read(), [read])
  return (
    <Page actions={props.account}>
      {preview === null && <Reading />}
      {preview?.ok === false && <Refused error={preview.error} retry={() => void read()} />}
      {preview?.ok && <Invitation {...props} token={token} preview={preview.value} />}
    </Page>
  )
}

const Reading = () => (
  <Delayed>
    <div className={classes.invitation} role="status" aria-label="Reading the invitation">
      <Skeleton height={16} width="40%" mb={16} />
      <Skeleton height={32} width="80%" mb={24} />
      <Skeleton height={16} width="60%" />
    </div>
  </Delayed>
)

function Refused({ error, retry }: { error: ApiError; retry: () => void }) {
  const words = invitationRefusal(error)
  return (
    <Notice
      title={words.title}
      actions={
        <>
          {words.retry && <Button onClick={retry}>Try again</Button>}
          <Button variant={words.retry ? 'default' : 'filled'} component={Link} to="/">
            Your agreements
          </Button>
        </>
      }
    >
      {words.text}
    </Notice>
  )
}

function useJoin(token: string, onJoined: () => Promise<unknown>) {
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const join = async () => {
    setBusy(true)
    setRefusal(null)
    const accepted = await api.acceptInvitation(token)
    if (!accepted.ok) {
      setBusy(false)
      setRefusal(accepted.error)
      return
    }
    await onJoined()
    await navigate(`/agreements/${accepted.value.agreementId}`, { replace: true })
  }
  return { join: () => void join(), busy, refusal }
}

function Invitation(props: InvitePageProps & { token: string; preview: InvitationPreview }) {
  const { preview, user } = props
  const { join, busy, refusal } = useJoin(props.token, props.onJoined)
  if (refusal && ['invitation-expired', 'invitation-used', 'not-found'].includes(refusal.kind))
    return <Refused error={refusal} retry={join} />
  return (
    <div className={classes.invitation}>
      <p className={classes.from}>{preview.invitedBy} invites you to</p>
      <h1 className={classes.title} tabIndex={-1}>
        {preview.title}
      </h1>
      <dl className={classes.facts}>
        <dt>Your role</dt>
        <dd>
          <strong>{roleTitle(preview.role)}</strong>
          {preview.partyName && ` for ${preview.partyName}`}
          <br />
          {ROLE_MEANING[preview.role]}
        </dd>
        <dt>The link works</dt>
        <dd>once, until {expiryWords(preview.expiresAt)}</dd>
      </dl>
      {refusal && (
        <p role="alert" className={classes.refusal}>
          {refusal.message}
        </p>
      )}
      {user ? (
        <div className={classes.join}>
          <Button size="md" onClick={join} loading={busy}>
            Join and open
          </Button>
          <p className={classes.as}>
            You join as {user.name} ({user.email}).{' '}
            <button type="button" className={classes.other} onClick={props.signOut}>
              Use another account
            </button>
          </p>
        </div>
      ) : (
        <section className={classes.account} aria-label="Your account">
          <p className={classes.as}>
            The others must know who you are, so joining needs an account. It takes a moment.
          </p>
          {props.accountForms(join)}
        </section>
      )}
    </div>
  )
}
