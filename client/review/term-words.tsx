import type { TermFinding } from '../../shared/record/merge/merge-finding.ts'
import classes from './review.module.css'
import { capital, type ReviewNames } from './review-words.ts'
import { Piece } from './side-by-side.tsx'
import { valuePieces } from './value-pieces.ts'

/** A term with another value: what it was before, with each side and now, each marked by what it differs in from what was before. */
export function TermWords({ finding, names }: { finding: TermFinding; names: ReviewNames }) {
  const values = [
    ['Before', finding.base],
    [capital(names.side('mine')), finding.mine],
    [capital(names.side('theirs')), finding.theirs],
    ['Merged', finding.merged ?? 'gone'],
  ] as const
  return (
    <>
      <strong>{capital(finding.subject)}</strong>
      <dl className={classes.values}>
        {values.map(([name, value]) => (
          <div key={name} className={classes.value} data-merged={name === 'Merged' || undefined}>
            <dt>{name}</dt>
            <dd>
              {valuePieces(finding.base, value).map(({ key, text, kind }) => (
                <Piece key={key} text={text} fate={kind} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
