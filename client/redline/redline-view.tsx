import { VisuallyHidden } from '@mantine/core'
import { memo, type RefObject, useMemo } from 'react'
import type { RedlineClause, RedlineLine } from '../../shared/document/compare/compare-texts.ts'
import type { RedlinePart } from '../../shared/document/compare/word-changes.ts'
import classes from './redline.module.css'
import { shownLines } from './shown-lines.ts'
import { useGrowing } from './use-growing.ts'

export interface RedlineViewProps {
  readonly clauses: readonly RedlineClause[]
  /** Only what changed with a line around it, or all of the text. */
  readonly whole: boolean
  /** Who wrote or removed a part, and when, in a few words; empty where that is not known. */
  readonly sayWho: (seq: number | null) => string
  /** Shows a block of the text as it is now; null where the later text is not the one that is open. */
  readonly onJump: ((blockId: string) => void) | null
  readonly frame?: RefObject<HTMLElement | null>
}

/** The differences of two texts, clause by clause: what was added is underlined, what was removed struck through. */
export const RedlineView = memo(({ clauses, whole, sayWho, onJump, frame }: RedlineViewProps) => {
  const shown = useMemo(
    () => (whole ? clauses : clauses.filter(({ change }) => change !== 'same')),
    [clauses, whole],
  )
  const count = useGrowing(shown)
  return (
    <article
      className={classes.paper}
      lang="en"
      aria-label="Differences"
      aria-busy={count < shown.length}
      ref={frame}
    >
      {shown.slice(0, count).map((clause, index) => (
        <ClauseView
          // biome-ignore lint/suspicious/noArrayIndexKey: a clause may be gone and stand elsewhere again
          key={`${clause.clause?.id ?? ''}/${index}`}
          clause={clause}
          whole={whole}
          sayWho={sayWho}
          onJump={onJump}
        />
      ))}
    </article>
  )
})

/** Of what stood here and does not any more. */
const GONE: ReadonlySet<RedlineLine['change']> = new Set(['removed', 'departed'])

const WORDS = { added: 'new', removed: 'gone', changed: 'changed', same: '' } as const

/** Stays as it is while others come. */
const ClauseView = memo(
  ({
    clause: { clause, change, lines, added, removed },
    whole,
    sayWho,
    onJump,
  }: Pick<RedlineViewProps, 'whole' | 'sayWho' | 'onJump'> & { readonly clause: RedlineClause }) => {
    const name = clause ? `${clause.number} ${clause.title}`.trim() : 'Before the first clause'
    const target =
      onJump && change !== 'removed' ? (lines.find(({ change }) => !GONE.has(change))?.blockId ?? null) : null
    return (
      <section className={classes.clause} data-change={change} aria-label={name} tabIndex={-1}>
        {change !== 'same' && (
          <p className={classes.note}>
            <span className={classes.name}>{name}</span>
            <span className={classes.counts}>
              {WORDS[change]}
              {added > 0 && <span className={classes.more}> +{added}</span>}
              {removed > 0 && <span className={classes.less}> −{removed}</span>}
              {added + removed > 0 && <span> {added + removed === 1 ? 'word' : 'words'}</span>}
            </span>
            {onJump && target && (
              <button type="button" className={classes.jump} onClick={() => onJump(target)}>
                Show in the text
              </button>
            )}
          </p>
        )}
        {shownLines(lines, whole).map((line, index) =>
          line === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no name of its own
            <p key={`gap-${index}`} className={classes.gap}>
              <span aria-hidden>⋯</span>
              <VisuallyHidden>Lines without a change are left out here.</VisuallyHidden>
            </p>
          ) : (
            <LineView key={line.key} line={line} sayWho={sayWho} />
          ),
        )}
      </section>
    )
  },
)

const SAYS: Partial<Record<RedlineLine['change'], string>> = {
  moved: 'Moved here',
  departed: 'Moved away from here',
  format: 'Formatting changed',
}

function LineView({ line, sayWho }: { line: RedlineLine; sayWho: RedlineViewProps['sayWho'] }) {
  const says = SAYS[line.change]
  return (
    <p
      className={classes.line}
      data-kind={line.kind}
      data-level={line.level}
      data-change={line.change}
      dir="auto"
    >
      {line.label !== '' && <span className={classes.label}>{line.label} </span>}
      {line.parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place
        <PartView key={index} part={part} sayWho={sayWho} />
      ))}
      {says && <span className={classes.says}>{says}</span>}
    </p>
  )
}

function PartView({
  part: { kind, text, seq },
  sayWho,
}: {
  part: RedlinePart
  sayWho: RedlineViewProps['sayWho']
}) {
  if (kind === 'same') return text
  const who = sayWho(seq)
  const title = who === '' ? undefined : `${kind === 'added' ? 'Written' : 'Removed'} by ${who}`
  return kind === 'added' ? <ins title={title}>{text}</ins> : <del title={title}>{text}</del>
}
