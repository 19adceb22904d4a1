import { Button, Group, VisuallyHidden } from '@mantine/core'
import classes from './history.module.css'
import type { SinceChange } from './since-changes.ts'

export interface Since {
  /** When the text was last left on this device (epoch ms); null when it is here for the first time. */
  readonly at: number | null
  /** Null while the changes are being found, or where the record cannot be read. */
  readonly changes: readonly SinceChange[] | null
  /** The change that was stepped to. */
  readonly current: string | null
  readonly next: () => void
  readonly previous: () => void
  readonly show: (change: SinceChange) => void
  /** Counts everything as seen. */
  readonly seen: () => void
}

/** How many clauses others changed; nothing where there is no news. */
export const SinceBadge = ({ since: { changes } }: { readonly since: Pick<Since, 'changes'> }) =>
  changes && changes.length > 0 ? (
    <span className={classes.badge}>
      {changes.length}
      <VisuallyHidden> {changes.length === 1 ? 'changed clause' : 'changed clauses'}</VisuallyHidden>
    </span>
  ) : null

/** What others changed since the last visit, by clause. */
export function SincePanel({ since, when }: { readonly since: Since; readonly when: string | null }) {
  const { changes, at, current, next, previous, show, seen } = since
  if (changes === null)
    return (
      <p className={classes.panel}>What changed since your last visit shows here once the record is read.</p>
    )
  if (changes.length === 0)
    return (
      <p className={classes.panel}>
        {at === null
          ? 'This is your first visit on this device. What others change shows here when you come back.'
          : 'Nobody else has changed the text since your last visit.'}
      </p>
    )
  return (
    <div className={classes.panel}>
      <p className={classes.note}>
        {changes.length === 1 ? 'One clause was changed' : `${changes.length} clauses were changed`} by others
        {when === null ? '' : ` since ${when}`}. F8 steps to the next one, Shift+F8 to the one before.
      </p>
      <Group gap="xs">
        <Button size="compact-sm" aria-keyshortcuts="F8" onClick={next}>
          Next change
        </Button>
        <Button size="compact-sm" variant="default" aria-keyshortcuts="Shift+F8" onClick={previous}>
          Previous
        </Button>
        <Button size="compact-sm" variant="default" onClick={seen}>
          All seen
        </Button>
      </Group>
      <ol className={classes.list} style={{ marginBlockStart: '0.75rem' }}>
        {changes.map(change => (
          <li key={change.key}>
            <button
              type="button"
              className={classes.row}
              aria-current={change.key === current ? true : undefined}
              onClick={() => show(change)}
            >
              <span className={classes.rowMain}>{change.name}</span>
              <span className={classes.what}>{changeWords(change)}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

const HAPPENED = { added: 'New', removed: 'Removed', changed: 'Changed', same: 'Changed' } as const

function changeWords({ change, authors, added, removed }: SinceChange): string {
  const by = authors.length === 0 ? '' : ` by ${new Intl.ListFormat('en').format(authors)}`
  const counts = [
    added > 0 ? `${added} ${added === 1 ? 'word' : 'words'} added` : '',
    removed > 0 ? `${removed} removed` : '',
  ]
    .filter(text => text !== '')
    .join(', ')
  return `${HAPPENED[change]}${by}${counts === '' ? '' : `: ${counts}`}`
}
