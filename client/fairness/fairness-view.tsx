import { Button } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useMemo } from 'react'
import { fairnessLedger } from '../../shared/terms/fairness.ts'
import { fairnessCsv } from '../../shared/terms/fairness-csv.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import classes from './fairness.module.css'
import { LedgerBars } from './ledger-bars.tsx'
import { type LedgerLine, ledgerLines } from './ledger-lines.ts'
import { LedgerTable } from './ledger-table.tsx'

export interface FairnessViewProps {
  /** Null while they are read for the first time. */
  readonly terms: Terms | null
  /** Shows a block of the text. */
  readonly onJump: (blockId: string) => void
  /** Hands the ledger to the browser's downloads. */
  readonly onExport: (csv: string) => void
}

/** What each party gives, gets and answers for, side by side. */
export function FairnessView({ terms, onJump, onExport }: FairnessViewProps) {
  const ledger = useMemo(() => (terms === null ? null : fairnessLedger(terms)), [terms])
  const lines = useMemo(() => (ledger === null ? [] : ledgerLines(ledger)), [ledger])
  if (terms === null || ledger === null) return <p className={classes.page}>The text is being read.</p>
  const parties = terms.parties.map(({ id, name, shortName, blockId }) => ({
    id,
    blockId,
    name: shortName || name || 'A party without a name',
  }))
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title} tabIndex={-1}>
          Fairness ledger
        </h1>
        {parties.length > 0 && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconTable size={15} stroke={1.6} aria-hidden />}
            onClick={() => onExport(fairnessCsv(ledger))}
          >
            Save as CSV
          </Button>
        )}
      </div>
      {parties.length === 0 ? (
        <p className={classes.lead}>
          No party is named yet. Add each organisation that will sign as a party, and its shares: what each
          gives, gets and answers for stands here side by side.
        </p>
      ) : (
        <>
          <p className={classes.lead}>
            What each party gives, gets and answers for, as the text states it. Differences are shown, never
            blended into one figure: whether they are fair is for the parties to say.
          </p>
          <section className={classes.pictures} aria-label="The ledger as a picture">
            {lines.map(line => (
              <LedgerBars key={line.id} line={line} full={fullOf(lines, line.kind)} />
            ))}
          </section>
          <p className={classes.legend}>
            <span className={classes.legendLine} aria-hidden /> the equal part. Bars of one kind have one
            scale.
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className={classes.scroll} aria-label="The ledger as a table" tabIndex={0}>
            <LedgerTable lines={lines} parties={parties} onJump={onJump} />
          </section>
        </>
      )}
    </div>
  )
}

/** The end of the scale: the largest value of all lines of the kind, at least a tenth for shares. */
function fullOf(lines: readonly LedgerLine[], kind: LedgerLine['kind']): number {
  const amounts = lines
    .filter(line => line.kind === kind)
    .flatMap(line => line.cells.map(cell => cell.amount ?? 0))
  const largest = Math.max(0, ...amounts)
  return kind === 'share' ? Math.max(10, Math.ceil(largest / 10) * 10) : largest
}
