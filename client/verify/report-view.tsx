import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Check, VerificationReport } from '../../shared/sealing/verification-report.ts'
import { Fingerprint } from '../sealed/fingerprint.tsx'
import { SealedText } from '../sealed/sealed-text.tsx'
import { SignatoryList } from '../sealed/signatory-list.tsx'
import { WaiverList } from '../sealed/waiver-list.tsx'
import { exactTime } from '../shell/relative-time.ts'
import classes from './verify.module.css'
import { type SignedText, VERDICT_WORDS } from './verify-model.ts'

interface ReportViewProps {
  readonly names: readonly string[]
  readonly report: VerificationReport
  readonly text: SignedText | null
  readonly onAgain: () => void
}

/** The verdict first, then who signed, what that proves and what not, and every check behind it. */
export const ReportView = ({ names, report, text, onAgain }: ReportViewProps) => {
  const words = VERDICT_WORDS[report.verdict]
  return (
    <div className={classes.report}>
      <header className={classes.verdict} data-verdict={report.verdict}>
        <h1 className={classes.title}>{words.title}</h1>
        <p>{words.text}</p>
        <p className={classes.names}>{names.join(', ')}</p>
      </header>
      {report.verdict === 'invalid' && <Checks checks={report.checks.filter(({ ok }) => !ok)} />}
      {report.agreement && <About report={report} />}
      {report.signatories.length > 0 && (
        <section>
          <h2>Signatures</h2>
          <SignatoryList signatories={report.signatories} detailed />
        </section>
      )}
      {report.agreement && report.agreement.waivers.length > 0 && (
        <section>
          <h2>Let stand when it was sealed, with a reason</h2>
          <WaiverList waivers={report.agreement.waivers} />
        </section>
      )}
      <Points title="What this proves" points={report.proves} />
      <Points title="What this does not prove" points={report.doesNotProve} />
      <section>
        <h2>What was checked</h2>
        <Checks checks={report.checks} />
      </section>
      {text && <Text text={text} trusted={report.verdict !== 'invalid'} />}
      <Button variant="default" onClick={onAgain} className={classes.again}>
        Check another file
      </Button>
    </div>
  )
}

function About({ report: { agreement, sealKey } }: { report: VerificationReport }) {
  if (!agreement) return null
  return (
    <section>
      <h2 dir="auto">{agreement.title}</h2>
      <dl className={classes.facts}>
        <div>
          <dt>Version</dt>
          <dd>{agreement.version}</dd>
        </div>
        <div>
          <dt>Sealed</dt>
          <dd>
            {exactTime(agreement.sealedAt)} by {agreement.sealedBy}
          </dd>
        </div>
        <div>
          <dt>Fingerprint of text, terms and signatories</dt>
          <dd>
            <Fingerprint hex={agreement.fingerprint} label="Fingerprint" />
          </dd>
        </div>
        {agreement.previousFingerprint !== null && (
          <div>
            <dt>Amends the version with the fingerprint</dt>
            <dd>
              <Fingerprint hex={agreement.previousFingerprint} label="Fingerprint of the amended version" />
            </dd>
          </div>
        )}
        {sealKey !== undefined && (
          <div>
            <dt>Key that closed the PDF</dt>
            <dd>
              <Fingerprint hex={sealKey} label="Seal key" />
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

const Points = ({ title, points }: { title: string; points: readonly string[] }) =>
  points.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul className={classes.points}>
        {points.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )

const mark = ({ ok, advisory }: Check) =>
  ok
    ? { icon: IconCheck, words: 'Holds', state: 'ok' }
    : advisory
      ? { icon: IconInfoCircle, words: 'Note', state: 'note' }
      : { icon: IconX, words: 'Fails', state: 'failed' }

const Checks = ({ checks }: { checks: readonly Check[] }) => (
  <ul className={classes.checks}>
    {checks.map(check => {
      const { icon: Icon, words, state } = mark(check)
      return (
        <li key={check.id} data-state={state}>
          <Icon size={18} stroke={1.8} role="img" aria-label={words} />
          <span>{check.text}</span>
        </li>
      )
    })}
  </ul>
)

function Text({ text, trusted }: { text: SignedText; trusted: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <section>
      <h2>The text in the file</h2>
      {!trusted && (
        <p className={classes.warning}>
          <IconAlertTriangle size={18} aria-hidden="true" /> Something is wrong with this file, so this need
          not be what anybody signed.
        </p>
      )}
      {open ? (
        <SealedText title={text.title} body={text.body} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          Read the text
        </Button>
      )}
    </section>
  )
}
