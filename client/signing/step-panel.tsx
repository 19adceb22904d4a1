import { Button, Loader } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { VersionDetail } from '../../shared/protocol/api.ts'
import type { Result } from '../../shared/result.ts'
import { exactTime } from '../shell/relative-time.ts'
import { SignPanel } from './sign-panel.tsx'
import type { Signing } from './sign-statement.ts'
import type { Method, SignProblem } from './sign-words.ts'
import { blockedWords, type SigningStep } from './signing-model.ts'
import classes from './version-page.module.css'

interface StepPanelProps {
  readonly step: SigningStep
  readonly version: VersionDetail
  readonly signer: (signing: Signing) => (method: Method, another: boolean) => Promise<SignProblem | null>
  readonly onRefuse: () => void
  /** What stopped it, in words; null when it is done. */
  readonly onAmend: () => Promise<string | null>
  readonly onDownload: () => Promise<Result<true, string>>
}

/** The one thing that the reader can do about this version now. */
export function StepPanel({ step, version, signer, onRefuse, onAmend, onDownload }: StepPanelProps) {
  switch (step.kind) {
    case 'ready':
      return (
        <Panel title="Your signature">
          <SignPanel signing={step.signing} onSign={signer(step.signing)} onRefuse={onRefuse} />
        </Panel>
      )
    case 'checking':
      return (
        <Panel title="Your signature">
          <p className={classes.waiting} role="status">
            <Loader size={16} aria-hidden="true" /> Comparing the sealed text with the copy on this device
          </p>
        </Panel>
      )
    case 'blocked': {
      const words = blockedWords(step.check)
      return (
        <Panel
          title="You cannot sign here yet"
          tone={step.check.kind === 'copy-lacks-part' ? 'warn' : 'danger'}
        >
          <p role="alert">
            <strong>{words.title}.</strong> {words.text}
          </p>
          <button type="button" className={classes.refuseLink} onClick={onRefuse}>
            Refuse to sign this version
          </button>
        </Panel>
      )
    }
    case 'signed':
      return (
        <Panel title="You have signed" tone="ok">
          <p role="status">
            Nothing is left to do for you. The signed file is made when everyone has signed.
          </p>
        </Panel>
      )
    case 'not-named':
      return (
        <Panel title="You are not asked to sign">
          <p>You can read this version and see who has signed it.</p>
        </Panel>
      )
    case 'refused':
      return <Refused version={version} />
    case 'complete':
      return <Complete mayAmend={step.mayAmend} onAmend={onAmend} onDownload={onDownload} />
  }
}

interface PanelProps {
  readonly title: string
  readonly tone?: 'ok' | 'warn' | 'danger'
  readonly children: React.ReactNode
}

const Panel = ({ title, tone, children }: PanelProps) => (
  <section className={classes.panel} data-tone={tone} aria-label={title}>
    <h2 className={classes.panelTitle}>{title}</h2>
    {children}
  </section>
)

const Refused = ({ version }: { version: VersionDetail }) => (
  <Panel title="This version was refused" tone="warn">
    {version.refusal && (
      <>
        <blockquote className={classes.reason}>{version.refusal.reason}</blockquote>
        <p>
          {version.refusal.name}, {exactTime(version.refusal.at)}. The text went back to drafting.
        </p>
      </>
    )}
  </Panel>
)

function Complete({
  mayAmend,
  onAmend,
  onDownload,
}: { mayAmend: boolean } & Pick<StepPanelProps, 'onAmend' | 'onDownload'>) {
  const [busy, setBusy] = useState<'amend' | 'download' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const run = async (what: 'amend' | 'download', work: () => Promise<string | null>) => {
    setBusy(what)
    setProblem(null)
    setProblem(await work())
    setBusy(null)
  }
  const fetchFile = async () => {
    const saved = await onDownload()
    return saved.ok ? null : saved.error
  }
  return (
    <Panel title="Everyone has signed" tone="ok">
      <p>
        The signed file holds the text, its terms and all signatures. Anyone can verify it without this
        server.
      </p>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <Button
        leftSection={<IconDownload size={18} />}
        loading={busy === 'download'}
        onClick={() => void run('download', fetchFile)}
      >
        Download the signed PDF
      </Button>
      {mayAmend && (
        <>
          <p className={classes.hint}>
            To change something, start an amendment: drafting opens again with this text, and this version
            stays signed until a new one is.
          </p>
          <Button variant="default" loading={busy === 'amend'} onClick={() => void run('amend', onAmend)}>
            Start an amendment
          </Button>
        </>
      )}
    </Panel>
  )
}
