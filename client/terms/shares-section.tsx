import { memo } from 'react'
import type { NameOf } from '../../shared/terms/readable-text.ts'
import type { ShareRowTerm, ShareTableTerm } from '../../shared/terms/terms.ts'
import { amountInWords, SHARE_BASIS_WORDS, SHARE_RULE_WORDS } from '../../shared/terms/words.ts'
import { JumpEntry } from './jump-entry.tsx'
import { PanelSection } from './panel-section.tsx'
import type { NamingSectionProps } from './section-props.ts'
import { shareSum } from './share-sum.ts'
import classes from './terms-panel.module.css'
import { Warning } from './warning.tsx'
import { withKeys } from './with-keys.ts'

/** Who bears and gets which part, with the sum of each table. */
export const SharesSection = memo(function SharesSection({
  list,
  nameOf,
  onJump,
}: NamingSectionProps<ShareTableTerm>) {
  return (
    <PanelSection
      title="Shares"
      count={list.length}
      empty="No shares are stated. Add a share table for costs, benefits, votes, risk or exit."
    >
      <ul className={classes.list}>
        {withKeys(list).map(({ key, entry: table }) => (
          <JumpEntry key={key} blockId={table.blockId} onJump={onJump}>
            <span className={classes.main}>{table.basis ? SHARE_BASIS_WORDS[table.basis] : 'Shares'}</span>
            <span className={classes.more}>
              {table.rule ? SHARE_RULE_WORDS[table.rule] : 'no rule chosen'}
            </span>
            <span className={classes.rows}>
              {withKeys(table.rows).map(({ key, entry: row }) => (
                <ShareRow key={key} row={row} currency={table.currency} nameOf={nameOf} />
              ))}
            </span>
            <Sum table={table} />
          </JumpEntry>
        ))}
      </ul>
    </PanelSection>
  )
})

interface ShareRowProps {
  readonly row: ShareRowTerm
  readonly currency: string | null
  readonly nameOf: NameOf
}

function ShareRow({ row, currency, nameOf }: ShareRowProps) {
  const amount = row.amount && [currency, amountInWords(row.amount)].filter(Boolean).join(' ')
  const figures = [row.percent === null ? null : `${row.percent}%`, amount].filter(Boolean)
  const width = Math.min(100, Math.max(0, Number(row.percent ?? 0)))
  return (
    <span className={classes.share}>
      <span className={classes.party}>{row.partyId ? nameOf(row.partyId) : 'no party chosen'}</span>{' '}
      <span className={classes.figure}>{figures.join(' · ') || '–'}</span>
      <span className={classes.bar} aria-hidden>
        <span style={{ inlineSize: `${width}%` }} />
      </span>
    </span>
  )
}

function Sum({ table }: { readonly table: ShareTableTerm }) {
  const sum = shareSum(table)
  if (sum === null) return <Warning>No percentage is filled in.</Warning>
  return sum.complete ? <span className={classes.sum}>{sum.words}</span> : <Warning>{sum.words}</Warning>
}
