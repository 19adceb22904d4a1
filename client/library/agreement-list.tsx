import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { LibraryEntry } from '../local/library-entry.ts'
import { AgreementRow } from './agreement-row.tsx'
import classes from './library.module.css'
import type { RowActions } from './row-menu.tsx'

const STEP: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: at => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** Arrow keys go from title to title; every control stays reachable by Tab as well. */
function moveAmongTitles(event: KeyboardEvent<HTMLUListElement>): void {
  const step = STEP[event.key]
  const titles = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')]
  const at = titles.findIndex(title => title.matches(':focus'))
  if (!step || at < 0) return
  event.preventDefault()
  titles[step(at, titles.length - 1)]?.focus()
}

interface AgreementListProps {
  readonly entries: readonly LibraryEntry[]
  readonly myUserId: string | null
  readonly actions: RowActions
  readonly arrived: string | null
}

export function AgreementList({ entries, myUserId, actions, arrived }: AgreementListProps) {
  const list = useRef<HTMLUListElement>(null)
  const isThere = entries.some(({ id }) => id === arrived)
  useEffect(() => {
    if (isThere) list.current?.querySelector<HTMLElement>(`[data-row-link="${arrived}"]`)?.focus()
  }, [arrived, isThere])
  return (
    <ul ref={list} className={classes.list} aria-label="Agreements" onKeyDown={moveAmongTitles}>
      {entries.map(entry => (
        <AgreementRow key={entry.id} entry={entry} myUserId={myUserId} actions={actions} />
      ))}
    </ul>
  )
}
