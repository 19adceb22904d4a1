import { settlementKey } from '../../shared/record/merge/merge-count.ts'
import type { BlockFinding, TermFinding } from '../../shared/record/merge/merge-finding.ts'
import type { Settlement } from '../../shared/record/merge/merge-rooms.ts'
import type { Run } from '../../shared/record/merge/merged-block.ts'
import { exactTime } from '../shell/relative-time.ts'
import { AcceptAll } from './accept-all.tsx'
import { openFindings } from './accept-rest.ts'
import { FindingItem } from './finding-item.tsx'
import classes from './review.module.css'
import { reviewGroups } from './review-groups.ts'
import type { ReviewedMerge } from './review-source.ts'
import {
  type AnswerWay,
  acceptInWords,
  answersInWords,
  capital,
  findingInWords,
  type ReviewNames,
} from './review-words.ts'
import { hasOtherWords, SameWords, SideBySide } from './side-by-side.tsx'
import { TermWords } from './term-words.tsx'

export interface MergeSectionProps {
  readonly merge: ReviewedMerge
  readonly title: string
  readonly settled: ReadonlyMap<string, Settlement>
  readonly names: ReviewNames
  readonly objectName: (object: NonNullable<Run['object']>) => string
  /** What the person may do: nothing, settle what needs no change to the text, or all. */
  readonly may: { readonly settle: boolean; readonly change: boolean }
  readonly me: string
  readonly onAccept: (merge: ReviewedMerge, findings: readonly BlockFinding[]) => void
  readonly onChange: (merge: ReviewedMerge, finding: BlockFinding, way: AnswerWay) => void
  readonly onAcknowledge: (merge: ReviewedMerge, finding: TermFinding) => void
  readonly onReopen: (key: string) => void
  readonly onShow: (blockId: string) => void
}

/** One merge: what it changed in terms, then clause by clause what it did to the words. */
export function MergeSection(props: MergeSectionProps) {
  const { merge, title, names, objectName } = props
  const { review } = merge
  const columns = { mine: capital(names.side('mine')), theirs: capital(names.side('theirs')) }
  return (
    <section className={classes.merge} aria-label={title}>
      <header className={classes.mergeHead}>
        <h2 className={classes.mergeTitle}>{title}</h2>
        <p className={classes.mergeFacts}>
          {exactTime(new Date(merge.at).toISOString())} · {openWords(merge.open)}
        </p>
        {props.may.settle && (
          <AcceptAll
            findings={openFindings(merge, props.settled)}
            others={merge.open - openFindings(merge, props.settled).length}
            onAccept={findings => props.onAccept(merge, findings)}
          />
        )}
      </header>
      {review.terms.length > 0 && <ChangedTerms {...props} />}
      {reviewGroups(review).map(clause => (
        <section key={clause.key} className={classes.clause} aria-label={clause.heading}>
          <h3 className={classes.clauseTitle}>{clause.heading}</h3>
          {clause.groups.map(group => (
            <div key={group.key} className={classes.group}>
              {group.blocks.map(block =>
                hasOtherWords(block) ? (
                  <SideBySide key={block.key} block={block} names={columns} objectName={objectName} />
                ) : (
                  <SameWords key={block.key} block={block} />
                ),
              )}
              <ul className={classes.findings}>
                {group.findings.map(finding => (
                  <BlockFindingItem key={finding.id} finding={finding} {...props} />
                ))}
              </ul>
            </div>
          ))}
          {clause.arrived.length > 0 && (
            <details className={classes.arrived}>
              <summary>{arrivedWords(clause.arrived.length)}</summary>
              {clause.arrived.map(block => (
                <SideBySide key={block.key} block={block} names={columns} objectName={objectName} />
              ))}
            </details>
          )}
        </section>
      ))}
    </section>
  )
}

function ChangedTerms(props: MergeSectionProps) {
  const { merge, names, me, may, settled, onAcknowledge, onReopen, onShow } = props
  return (
    <section className={classes.clause} aria-label="Terms with another value">
      <h3 className={classes.clauseTitle}>Terms with another value</h3>
      <ul className={classes.findings}>
        {merge.review.terms.map(finding => {
          const key = settlementKey(merge.key, finding.id)
          return (
            <FindingItem
              key={finding.id}
              words={<TermWords finding={finding} names={names} />}
              settled={settled.get(key) ?? null}
              actions={
                may.settle
                  ? [
                      {
                        label: `Acknowledge as ${me}`,
                        main: true,
                        run: () => onAcknowledge(merge, finding),
                      },
                    ]
                  : []
              }
              reopen={may.settle ? () => onReopen(key) : null}
              show={finding.merged === null ? null : () => onShow(finding.blockId)}
            />
          )
        })}
      </ul>
    </section>
  )
}

function BlockFindingItem({ finding, ...props }: MergeSectionProps & { finding: BlockFinding }) {
  const { merge, names, settled, may, onAccept, onChange, onReopen, onShow } = props
  const key = settlementKey(merge.key, finding.id)
  const answers = may.change ? answersInWords(finding, names) : []
  const blockId = finding.block.id
  const stands = merge.review.blocks.some(
    block => block.key === finding.block.key && block.runs.some(run => run.life.merged),
  )
  return (
    <FindingItem
      words={findingInWords(finding, names)}
      settled={settled.get(key) ?? null}
      actions={
        may.settle
          ? [
              ...answers.map(({ label, way }, index) => ({
                label,
                main: index === 0,
                run: () => onChange(merge, finding, way),
              })),
              { label: acceptInWords(finding, names), run: () => onAccept(merge, [finding]) },
            ]
          : []
      }
      reopen={may.settle ? () => onReopen(key) : null}
      show={blockId !== null && stands ? () => onShow(blockId) : null}
    />
  )
}

const openWords = (open: number) =>
  open === 0 ? 'all settled' : open === 1 ? '1 point is open' : `${open} points are open`

const arrivedWords = (count: number) =>
  count === 1
    ? '1 change came together without a conflict'
    : `${count} changes came together without a conflict`
