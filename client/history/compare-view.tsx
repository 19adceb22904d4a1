import { Button, Loader, NativeSelect, SegmentedControl } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import type { VersionSummary } from '../../shared/protocol/api.ts'
import type { RecordSource, RecordState } from '../record/record-source.ts'
import { useSteps } from '../redline/use-steps.ts'
import { ComparisonView } from './comparison-view.tsx'
import classes from './history.module.css'
import { type Moment, momentsOf } from './moments.ts'
import type { VersionNames } from './version-names.ts'

export type CompareFormat = 'pdf' | 'docx'

export interface CompareViewProps {
  readonly source: RecordSource
  readonly state: RecordState
  readonly names: VersionNames
  readonly versions: readonly VersionSummary[]
  /** As the address says; null for the newest version or sitting before now, and for now. */
  readonly from: number | null
  readonly to: number | null
  readonly onChoose: (from: number, to: number) => void
  readonly onJump: (blockId: string) => void
  /** Saves the comparison as a file; gives why it could not, in words, or null. */
  readonly onExport: (format: CompareFormat, from: number, to: number) => Promise<string | null>
}

/** Two states of the text side by side, as a redline. */
export default function CompareView(props: CompareViewProps) {
  const { overview, loading } = props.state
  const moments = useMemo(
    () => (overview ? momentsOf(overview, props.names, props.versions) : []),
    [overview, props.names, props.versions],
  )
  return (
    <div className={classes.content}>
      <div className={classes.column}>
        <h1 className={classes.title} tabIndex={-1} style={{ marginInline: 0 }}>
          Compare
        </h1>
        {overview && moments.length > 1 ? (
          <Comparing {...props} moments={moments} />
        ) : loading ? (
          <Loader size="sm" aria-label="Reading the history" />
        ) : (
          <p className={classes.note}>
            There is nothing to compare yet. Once the text has changed and the server knows it, any two states
            of it can be set side by side here.
          </p>
        )}
      </div>
    </div>
  )
}

/** What to compare with at first: the newest sealed or named version before now, else the newest sitting. */
function usual(moments: readonly Moment[], to: number): number {
  const before = moments.filter(({ seq }) => seq < to)
  return (before.find(({ kind }) => kind === 'sealed' || kind === 'named') ?? before[0])?.seq ?? 1
}

function Comparing(props: CompareViewProps & { readonly moments: readonly Moment[] }) {
  const { moments, source, state, onChoose, onJump, onExport } = props
  const [whole, setWhole] = useState(false)
  const [saving, setSaving] = useState<CompareFormat | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const frame = useRef<HTMLElement>(null)
  const steps = useSteps(frame)
  const { overview } = state
  if (!overview) return null
  const to = Math.min(props.to ?? overview.head, overview.head)
  const from = Math.min(props.from ?? usual(moments, to), overview.head)
  const save = async (format: CompareFormat) => {
    setSaving(format)
    setProblem(await onExport(format, from, to))
    setSaving(null)
  }
  return (
    <>
      <div className={classes.pick}>
        <MomentSelect label="From" moments={moments} value={from} onChange={seq => onChoose(seq, to)} />
        <MomentSelect label="To" moments={moments} value={to} onChange={seq => onChoose(from, seq)} />
      </div>
      {from > to && (
        <p className={classes.note} role="status">
          The first state is the later one: what was written since shows as removed.
        </p>
      )}
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          aria-label="How much to show"
          value={whole ? 'all' : 'changes'}
          onChange={value => setWhole(value === 'all')}
          data={[
            { value: 'changes', label: 'Changes only' },
            { value: 'all', label: 'All of the text' },
          ]}
        />
        <Button size="compact-sm" variant="default" aria-keyshortcuts="P" onClick={steps.previous}>
          Previous
        </Button>
        <Button size="compact-sm" variant="default" aria-keyshortcuts="N" onClick={steps.next}>
          Next
        </Button>
        <div className={classes.actions}>
          <Button
            size="compact-sm"
            variant="default"
            loading={saving === 'pdf'}
            onClick={() => void save('pdf')}
          >
            Save as PDF
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={saving === 'docx'}
            onClick={() => void save('docx')}
          >
            Save for Word
          </Button>
        </div>
      </div>
      {problem !== null && (
        <p className={classes.note} role="alert">
          {problem}
        </p>
      )}
      <ComparisonView
        source={source}
        overview={overview}
        from={from}
        to={to}
        whole={whole}
        onJump={to === overview.head ? onJump : null}
        frame={frame}
      />
    </>
  )
}

interface MomentSelectProps {
  readonly label: string
  readonly moments: readonly Moment[]
  readonly value: number
  readonly onChange: (seq: number) => void
}

/** A native list: it is long, and every reader and phone knows what to do with one. */
function MomentSelect({ label, moments, value, onChange }: MomentSelectProps) {
  const known = moments.some(({ seq }) => seq === value)
  const options = moments.map(({ seq, label: text }) => ({ value: String(seq), label: text }))
  return (
    <NativeSelect
      label={label}
      size="sm"
      value={String(value)}
      onChange={event => onChange(Number(event.currentTarget.value))}
      data={known ? options : [...options, { value: String(value), label: `After change ${value}` }]}
    />
  )
}
