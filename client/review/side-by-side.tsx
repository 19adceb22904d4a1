import { NODE_WORDS } from '../../shared/document/node-words.ts'
import type { View } from '../../shared/record/merge/merge-sides.ts'
import type { Run } from '../../shared/record/merge/merged-block.ts'
import type { ReviewedBlock } from '../../shared/record/merge/review-merge.ts'
import classes from './review.module.css'

interface SideBySideProps {
  readonly block: ReviewedBlock
  readonly names: Readonly<Record<'mine' | 'theirs', string>>
  readonly objectName: (object: NonNullable<Run['object']>) => string
}

const COLUMNS = ['mine', 'theirs', 'merged'] as const

/** One block as each side had it and as it stands after the merge, with what each wrote and took out. */
export const SideBySide = ({ block, names, objectName }: SideBySideProps) => (
  <div className={classes.columns}>
    {COLUMNS.map(column => (
      <div key={column} className={classes.column} data-column={column}>
        <p className={classes.columnName}>{column === 'merged' ? 'Merged' : names[column]}</p>
        <p className={classes.words} data-type={block.type}>
          <Words block={block} column={column} objectName={objectName} />
        </p>
      </div>
    ))}
  </div>
)

/** Whether a side changed the words; else three columns would say the same three times. */
export const hasOtherWords = ({ runs }: ReviewedBlock): boolean =>
  runs.some(({ life, by }) => by !== 'base' || (life.base && !(life.mine && life.theirs)))

/** What the block is about, where only a field of it is in question. */
export const SameWords = ({ block }: { block: ReviewedBlock }) => {
  const words = block.runs.map(run => (run.life.merged ? run.text : '')).join('')
  return words.trim() === '' ? null : <p className={`${classes.words} ${classes.same}`}>{words}</p>
}

function Words({
  block,
  column,
  objectName,
}: {
  block: ReviewedBlock
  column: (typeof COLUMNS)[number]
  objectName: SideBySideProps['objectName']
}) {
  const shown = block.runs.flatMap(run => {
    const fate = fateIn(run, column)
    const text = run.object ? objectName(run.object) : run.text
    return fate && text !== '' ? [{ key: run.key, text, fate }] : []
  })
  const stands = block.runs.some(run => run.life[column])
  return (
    <>
      {shown.map(({ key, text, fate }) => (
        <Piece key={key} text={text} fate={fate} />
      ))}
      {!stands && shown.length === 0 && (
        <span className={classes.nothing}>
          {column === 'merged' ? `This ${NODE_WORDS[block.type] ?? 'part'} is gone` : 'Not here'}
        </span>
      )}
    </>
  )
}

type Fate = 'same' | 'added' | 'removed' | 'lost'

/** What is to be seen of a run in a column; null for what never was there. */
function fateIn(run: Run, column: View): Fate | null {
  const { life, by } = run
  if (column === 'merged') {
    if (life.merged) return by === 'base' ? 'same' : 'added'
    return by !== 'base' && life[by] ? 'lost' : null
  }
  if (life[column]) return by === 'base' ? 'same' : 'added'
  return life.base ? 'removed' : null
}

/** Marked by element and by look: neither colour nor sight alone tells what was added. */
export function Piece({ text, fate }: { text: string; fate: Fate }) {
  if (fate === 'added') return <ins className={classes.added}>{text}</ins>
  if (fate === 'removed') return <del className={classes.removed}>{text}</del>
  if (fate === 'lost')
    return (
      <del className={classes.lost} title="Written, but no longer in the text">
        {text}
      </del>
    )
  return <span>{text}</span>
}
