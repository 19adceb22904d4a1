import { memo, useEffect, useMemo, useRef } from 'react'
import { type OutlineEntry, outlineTree } from '../../shared/document/clauses.ts'
import type { ClauseTerm } from '../../shared/terms/terms.ts'
import { moveFocus } from './move-focus.ts'
import classes from './outline.module.css'

interface OutlineProps {
  readonly clauses: readonly ClauseTerm[]
  /** The clause that is being read or written in. */
  readonly currentId: string | null
  readonly onJump: (blockId: string) => void
}

/** The clauses by number and title. One stop for the tab key; arrows, Home and End move inside. */
export function Outline({ clauses, currentId, onJump }: OutlineProps) {
  const nav = useRef<HTMLElement>(null)
  const tree = useMemo(() => outlineTree(clauses), [clauses])
  const first = clauses.find(clause => clause.id === currentId) ?? clauses[0]

  // biome-ignore lint/correctness/useExhaustiveDependencies: the current entry has moved when its clause changes
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [currentId])

  if (clauses.length === 0)
    return <p className={classes.empty}>Headings appear here as numbered clauses, to jump between them.</p>
  return (
    <nav ref={nav} aria-label="Clauses" className={classes.outline} onKeyDown={moveFocus}>
      <Entries entries={tree} currentId={currentId} stopId={first?.id ?? ''} onJump={onJump} />
    </nav>
  )
}

interface EntriesProps {
  readonly entries: readonly OutlineEntry[]
  readonly currentId: string | null
  /** The clause whose button the tab key reaches. */
  readonly stopId: string
  readonly onJump: (blockId: string) => void
}

const Entries = memo(function Entries({ entries, currentId, stopId, onJump }: EntriesProps) {
  return (
    <ol className={classes.list}>
      {entries.map(({ clause, children }) => (
        <li key={clause.number}>
          <Entry
            id={clause.id}
            number={clause.number}
            title={clause.title}
            isCurrent={clause.id === currentId}
            isStop={clause.id === stopId}
            onJump={onJump}
          />
          {children.length > 0 && (
            <Entries entries={children} currentId={currentId} stopId={stopId} onJump={onJump} />
          )}
        </li>
      ))}
    </ol>
  )
})

interface EntryProps {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly isCurrent: boolean
  readonly isStop: boolean
  readonly onJump: (blockId: string) => void
}

/**
 * Each time the text comes to rest all clauses are told anew, and of thousands few have changed; where a heading goes, many have. So it
 * is a button of the browser: the kit's takes several times as long to draw.
 */
const Entry = memo(function Entry({ id, number, title, isCurrent, isStop, onJump }: EntryProps) {
  return (
    <button
      type="button"
      className={classes.entry}
      aria-current={isCurrent ? 'location' : undefined}
      tabIndex={isStop ? 0 : -1}
      onClick={() => onJump(id)}
    >
      <span className={classes.number}>{number}</span>
      <span className={title ? classes.title : classes.untitled}>{title || 'Untitled clause'}</span>
    </button>
  )
})
