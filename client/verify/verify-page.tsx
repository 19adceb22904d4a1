import { Button, Loader } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { Notice } from '../shell/notice.tsx'
import { Page } from '../shell/page.tsx'
import { usePage } from '../shell/use-page.ts'
import { DropZone } from './drop-zone.tsx'
import { ReportView } from './report-view.tsx'
import { useVerify } from './use-verify.ts'
import classes from './verify.module.css'
import { FAILURE_WORDS } from './verify-model.ts'

interface VerifyPageProps {
  /** What the app puts into the header. */
  readonly account: ReactNode
}

/** Checks a signed file in the browser. It asks no server and works offline. */
export function VerifyPage({ account }: VerifyPageProps) {
  usePage('Verify')
  const { state, choose, restart } = useVerify()
  const result = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const startedOver = useRef(false)
  const again = () => {
    startedOver.current = true
    restart()
  }
  useEffect(() => {
    // The page was exchanged: who reads it by ear or keyboard is taken to what came.
    if (state.kind === 'checked' || state.kind === 'failed') result.current?.focus()
    if (state.kind === 'choosing' && startedOver.current) heading.current?.focus()
  }, [state.kind])
  return (
    <Page actions={account}>
      {state.kind === 'choosing' && (
        <div className={classes.intro}>
          <h1 className={classes.title} tabIndex={-1} ref={heading}>
            Verify a signed agreement
          </h1>
          <p className={classes.lead}>
            See who signed which text, for whom and how, and whether a single character was changed since. The
            file is checked in this browser and is not sent anywhere.
          </p>
          <DropZone half={state.half} onChoose={files => void choose(files)} />
        </div>
      )}
      {state.kind === 'checking' && (
        <p className={classes.checking} role="status">
          <Loader size={18} aria-hidden="true" /> Checking {state.names.join(' and ')}
        </p>
      )}
      <div ref={result} tabIndex={-1} className={classes.result}>
        {state.kind === 'failed' && (
          <Notice
            title="This could not be checked"
            actions={<Button onClick={again}>Choose another file</Button>}
          >
            {FAILURE_WORDS[state.reason]}
          </Notice>
        )}
        {state.kind === 'checked' && <ReportView {...state} onAgain={again} />}
      </div>
    </Page>
  )
}
