import { Button, Loader, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { DocumentJson } from '../../shared/document/document-json.ts'
import type { VersionSummary } from '../../shared/protocol/api.ts'
import type { Sitting } from '../../shared/record/history/sittings.ts'
import type { ClauseTerm } from '../../shared/terms/terms.ts'
import { nameOf } from '../record/people-of-record.ts'
import type { RecordSource, RecordState } from '../record/record-source.ts'
import { SealedText } from '../sealed/sealed-text.tsx'
import { ComparisonView } from './comparison-view.tsx'
import classes from './history.module.css'
import { MomentSlider } from './moment-slider.tsx'
import { dayWords, spanWords, timeWords } from './moments.ts'
import { NameDialog } from './name-dialog.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { Timeline } from './timeline.tsx'
import { useAnswer } from './use-answer.ts'
import type { VersionNames } from './version-names.ts'

export interface HistoryViewProps {
  readonly source: RecordSource
  readonly state: RecordState
  readonly names: VersionNames
  readonly versions: readonly VersionSummary[]
  readonly clauses: readonly ClauseTerm[]
  readonly colorOf: (userId: string) => string
  /** Null where this person may not name moments. */
  readonly onName: ((seq: number, name: string) => void) | null
  /** Makes the open text read as this one; false when it cannot. Null where this person may not write. */
  readonly onRestore: ((body: DocumentJson) => boolean) | null
  readonly onCompare: (from: number, to: number) => void
}

/** Every state of the text: who worked on it when, what they changed, and the text as it stood then. */
export default function HistoryView(props: HistoryViewProps) {
  const { overview, loading, refusal } = props.state
  const [chosenSeq, setChosenSeq] = useState<number | null>(null)
  const chosen = overview?.sittings.find(({ toSeq }) => toSeq === chosenSeq) ?? overview?.sittings[0] ?? null
  return (
    <div className={classes.page}>
      <div className={classes.side}>
        <h1 className={classes.title} tabIndex={-1}>
          History
        </h1>
        <p className={classes.lead}>
          {overview
            ? `${overview.head} ${overview.head === 1 ? 'change' : 'changes'}, each kept with who made it and when.`
            : ''}
          {overview && refusal ? ' The newest may be missing: the server cannot be reached.' : ''}
        </p>
        {overview && chosen && (
          <Timeline
            overview={overview}
            names={props.names}
            versions={props.versions}
            clauses={props.clauses}
            colorOf={props.colorOf}
            chosen={chosen}
            onChoose={({ toSeq }) => setChosenSeq(toSeq)}
          />
        )}
      </div>
      <div className={classes.content}>
        <div className={classes.column}>
          {overview && chosen ? (
            <SittingView key={chosen.toSeq} {...props} sitting={chosen} />
          ) : loading ? (
            <Loader size="sm" aria-label="Reading the history" />
          ) : (
            <p className={classes.note}>
              {refusal
                ? 'The history lies on the server, which cannot be reached now. Once it has been opened, it is kept on this device.'
                : 'There is no history yet. It begins when the agreement is on the server, with everything written so far.'}
            </p>
          )}
        </div>
      </div>
    </div>
  )
}

function SittingView(props: HistoryViewProps & { readonly sitting: Sitting }) {
  const { sitting, source, state, names, onName, onRestore, onCompare } = props
  const [show, setShow] = useState<'changes' | 'text'>('changes')
  const [dialog, setDialog] = useState<'name' | 'restore' | null>(null)
  const [seq, setSeq] = useState(sitting.toSeq)
  const { overview } = state
  const isTextWanted = show === 'text' || dialog === 'restore'
  const text = useAnswer(source, isTextWanted ? String(seq) : null, thread =>
    thread.ask({ kind: 'textAt', seq }),
  )
  if (!overview) return null
  const isNewest = seq === overview.head
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.moment}>
          {nameOf(overview, sitting.authorId)}, {dayWords(sitting.endedAt)}, {spanWords(sitting)}
        </h2>
        <div className={classes.actions}>
          <SegmentedControl
            size="xs"
            aria-label="What to show"
            value={show}
            onChange={value => setShow(value === 'text' ? 'text' : 'changes')}
            data={[
              { value: 'changes', label: 'What changed' },
              { value: 'text', label: 'The text then' },
            ]}
          />
          {!isNewest && (
            <Button size="compact-sm" variant="default" onClick={() => onCompare(seq, overview.head)}>
              Compare with now
            </Button>
          )}
          {onName && (
            <Button size="compact-sm" variant="default" onClick={() => setDialog('name')}>
              {names.has(seq) ? 'Rename' : 'Name this moment'}
            </Button>
          )}
          {onRestore && !isNewest && (
            <Button size="compact-sm" variant="default" onClick={() => setDialog('restore')}>
              Restore…
            </Button>
          )}
        </div>
      </div>
      <MomentSlider overview={overview} sitting={sitting} onChoose={setSeq} />
      {show === 'changes' ? (
        <ComparisonView
          source={source}
          overview={overview}
          from={sitting.fromSeq - 1}
          to={seq}
          whole={false}
          onJump={null}
        />
      ) : text.answer ? (
        <SealedText title={text.answer.title} body={text.answer.body} />
      ) : (
        <Loader size="sm" aria-label="Reading the text" />
      )}
      {dialog === 'name' && (
        <NameDialog
          name={names.get(seq) ?? ''}
          onDone={name => {
            setDialog(null)
            if (name !== null) onName?.(seq, name)
          }}
        />
      )}
      {dialog === 'restore' && onRestore && (
        <RestoreDialog
          when={timeWords(overview.times[seq - 1] ?? sitting.endedAt)}
          ready={text.answer !== null}
          onRestore={() => (text.answer ? onRestore(text.answer.body) : false)}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  )
}
