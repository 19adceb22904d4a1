import { Button, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ApiError } from '../api/api-error.ts'
import { requestAccount } from '../shell/account-request.ts'
import { Delayed } from '../shell/delayed.tsx'
import { Notice } from '../shell/notice.tsx'
import { Page } from '../shell/page.tsx'
import { MAIN_ID } from '../shell/use-page.ts'
import classes from './agreement-page.module.css'

interface Framed {
  /** What the app puts into the header. */
  readonly account: ReactNode
}

const toLibrary = (
  <Button variant="default" component={Link} to="/">
    Your agreements
  </Button>
)

/** The page in outline while the text is read; nothing at all when that is quick. */
export const OpeningAgreement = () => (
  <main id={MAIN_ID} tabIndex={-1} className={classes.opening}>
    <Delayed>
      <div role="status" aria-label="Opening the agreement" className={classes.blank}>
        <Skeleton height={34} width="70%" mb={36} />
        {[96, 100, 92, 60].map(width => (
          <Skeleton key={width} height={14} width={`${width}%`} mb={14} />
        ))}
        <Skeleton height={22} width="40%" mt={36} mb={20} />
        {[98, 94, 99, 45].map(width => (
          <Skeleton key={width} height={14} width={`${width}%`} mb={14} />
        ))}
      </div>
    </Delayed>
  </main>
)

/** Not on this device, and no account to ask the server with. */
export const SignInToOpen = ({ account }: Framed) => (
  <Page actions={account}>
    <Notice
      title="Sign in to open this agreement"
      actions={
        <>
          <Button onClick={() => void requestAccount('plain')}>Sign in</Button>
          {toLibrary}
        </>
      }
    >
      It is not on this device. If you belong to it, it opens once you are signed in. If somebody invited you,
      follow the link of the invitation.
    </Notice>
  </Page>
)

/** Not on this device, and the server did not give it. */
export function CannotOpen({ account, refusal, retry }: Framed & { refusal: ApiError; retry: () => void }) {
  const unknown = refusal.kind === 'not-found' || refusal.kind === 'forbidden'
  const offline = refusal.kind === 'offline'
  const title = unknown
    ? 'This agreement is not there for you'
    : offline
      ? 'This agreement is not on this device yet'
      : 'This agreement could not be opened'
  return (
    <Page actions={account}>
      <Notice
        title={title}
        actions={
          <>
            {!unknown && <Button onClick={retry}>Try again</Button>}
            {toLibrary}
          </>
        }
      >
        {unknown
          ? 'Either it does not exist or you do not belong to it. Check that you are signed in with the right account, or ask the person who convened it for an invitation.'
          : offline
            ? 'You are offline, and it was never opened here. Open it once with a network, and from then on it is here without one.'
            : refusal.message}
      </Notice>
    </Page>
  )
}

export const NoStorage = ({ account }: Framed) => (
  <Page actions={account}>
    <Notice
      title="This device’s storage does not open"
      actions={
        <>
          <Button onClick={() => window.location.reload()}>Try again</Button>
          {toLibrary}
        </>
      }
    >
      Parley keeps every word on your device first, and here it cannot. A private window or a strict privacy
      setting may forbid it, or the disk is full. Allow this site to store data, or make room, then try again.
    </Notice>
  </Page>
)

/** The list knows it, but its text was never fetched and now there is no way to. */
export const TextNotHere = ({ account, title }: Framed & { title: string }) => (
  <Page actions={account}>
    <Notice title={title} actions={toLibrary}>
      Its text is not on this device yet, and there is no connection to fetch it. It opens by itself when the
      network is back.
    </Notice>
  </Page>
)
