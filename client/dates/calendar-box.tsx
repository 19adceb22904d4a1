import { Button, CopyButton, TextInput } from '@mantine/core'
import { IconCalendarDown, IconCalendarPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { dateInWords } from '../../shared/terms/words.ts'
import type { ApiClient } from '../api/api-client.ts'
import classes from './dates.module.css'

interface CalendarBoxProps {
  readonly agreementId: string
  /** The server has the agreement and knows the caller: only then can a calendar program fetch the dates. */
  readonly onServer: boolean
  readonly api: ApiClient
  /** Saves the dates as they stand on this device. */
  readonly onDownload: () => void
}

/** Since when a calendar subscribes, and the address while it is on the screen for the one time. */
interface Feed {
  readonly createdAt: string
  readonly url: string | null
}

const icon = { size: 15, stroke: 1.6, 'aria-hidden': true } as const

/** The dates as a file, and as an address from which a calendar program keeps itself up to date. */
export function CalendarBox({ agreementId, onServer, api, onDownload }: CalendarBoxProps) {
  const [feed, setFeed] = useState<Feed | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (!onServer) return
    let current = true
    void api.calendarFeed(agreementId).then(answer => {
      if (current && answer.ok) setFeed(answer.value && { createdAt: answer.value.createdAt, url: null })
    })
    return () => {
      current = false
    }
  }, [agreementId, onServer, api])
  const run = async (work: () => Promise<string | null>) => {
    setBusy(true)
    setProblem(await work())
    setBusy(false)
  }
  const make = () =>
    run(async () => {
      const made = await api.makeCalendarFeed(agreementId)
      if (!made.ok) return made.error.message
      setFeed(made.value)
      return null
    })
  const revoke = () =>
    run(async () => {
      const revoked = await api.revokeCalendarFeed(agreementId)
      if (!revoked.ok) return revoked.error.message
      setFeed(null)
      return null
    })
  return (
    <div className={classes.calendar}>
      <div className={classes.buttons}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconCalendarDown {...icon} />}
          onClick={onDownload}
        >
          Save as calendar
        </Button>
        {onServer && feed === null && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconCalendarPlus {...icon} />}
            loading={busy}
            onClick={() => void make()}
          >
            Subscribe…
          </Button>
        )}
      </div>
      {feed?.url && <Address url={feed.url} />}
      {feed && (
        <>
          <p className={classes.note}>
            A calendar of yours may read these dates since {dateInWords(feed.createdAt.slice(0, 10))}.
            {feed.url === null && ' Its address is not kept here: a new one replaces it.'}
          </p>
          <div className={classes.buttons}>
            {feed.url === null && (
              <Button variant="default" size="compact-sm" loading={busy} onClick={() => void make()}>
                New address
              </Button>
            )}
            <Button
              variant="default"
              size="compact-sm"
              color="danger"
              disabled={busy}
              onClick={() => void revoke()}
            >
              Stop it
            </Button>
          </div>
        </>
      )}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}

const Address = ({ url }: { readonly url: string }) => (
  <>
    <TextInput
      className={classes.address ?? ''}
      size="sm"
      label="Address for your calendar program"
      description="Whoever has it can read the dates of this agreement, nothing else. It is shown this once."
      readOnly
      value={url}
      onFocus={event => event.currentTarget.select()}
    />
    <CopyButton value={url}>
      {({ copied, copy }) => (
        <Button variant="default" size="compact-sm" onClick={copy}>
          {copied ? 'Copied' : 'Copy the address'}
        </Button>
      )}
    </CopyButton>
  </>
)
