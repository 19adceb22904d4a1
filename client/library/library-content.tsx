import { Anchor, Button, Group, SegmentedControl, TextInput } from '@mantine/core'
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import type { ApiError } from '../api/api-error.ts'
import type { LibraryEntry } from '../local/library-entry.ts'
import { AgreementList } from './agreement-list.tsx'
import classes from './library.module.css'
import { matchesFilter, NO_FILTER, type StatusFilter } from './library-model.ts'
import { NetworkNote } from './network-note.tsx'
import type { RowActions } from './row-menu.tsx'

interface LibraryContentProps {
  readonly entries: readonly LibraryEntry[]
  readonly myUserId: string | null
  readonly unreachable: ApiError | null
  readonly actions: RowActions
  /** A copy that was just made: it takes the focus when its row is there. */
  readonly arrived: string | null
  readonly onStart: () => void
  readonly onSample: () => void
  readonly onImport: () => void
}

const STATUSES = [
  { value: 'all', label: 'All' },
  { value: 'draft', label: 'Draft' },
  { value: 'sealed', label: 'Sealed' },
  { value: 'signed', label: 'Signed' },
]

/** Below this many a search field is in the way of the list that it searches. */
const FILTER_FROM = 4

export function LibraryContent(props: LibraryContentProps) {
  const { entries } = props
  const [filter, setFilter] = useState(NO_FILTER)
  const settled = useDeferredValue(filter)
  const shown = entries.filter(entry => matchesFilter(entry, settled))
  const withFilter = entries.length >= FILTER_FROM
  return (
    <>
      <div className={classes.head}>
        <h1 className={classes.heading} tabIndex={-1}>
          Agreements
        </h1>
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} stroke={1.7} aria-hidden />}
            onClick={props.onImport}
          >
            Import a Word file
          </Button>
          <Button leftSection={<IconPlus size={16} stroke={2} aria-hidden />} onClick={props.onStart}>
            Start an agreement
          </Button>
        </Group>
      </div>
      <NetworkNote refusal={props.unreachable} />
      {withFilter && (
        <div className={classes.filter}>
          <TextInput
            className={classes.search}
            type="search"
            aria-label="Find by title or party"
            placeholder="Find by title or party"
            leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
            value={filter.text}
            onChange={event => setFilter({ ...filter, text: event.currentTarget.value })}
          />
          <SegmentedControl
            aria-label="Status"
            data={STATUSES}
            value={filter.status}
            onChange={status => setFilter({ ...filter, status: status as StatusFilter })}
          />
        </div>
      )}
      {withFilter && (
        <p className={classes.count} role="status">
          {settled !== NO_FILTER && `${shown.length} of ${entries.length}`}
        </p>
      )}
      {shown.length > 0 ? (
        <AgreementList
          entries={shown}
          myUserId={props.myUserId}
          actions={props.actions}
          arrived={props.arrived}
        />
      ) : (
        <p className={classes.nothing}>
          No agreement matches.{' '}
          <Anchor component="button" type="button" onClick={() => setFilter(NO_FILTER)}>
            Show all
          </Anchor>
        </p>
      )}
      <p className={classes.foot}>
        New here?{' '}
        <Anchor component="button" type="button" size="sm" onClick={props.onSample}>
          Open the sample agreement
        </Anchor>{' '}
        and try everything on it.
      </p>
    </>
  )
}
