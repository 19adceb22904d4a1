import { TextInput, UnstyledButton } from '@mantine/core'
import { memo, useId, useMemo, useState } from 'react'
import type { Terms } from '../../shared/terms/terms.ts'
import { moveFocus } from './move-focus.ts'
import { filterGroups, objectGroups } from './object-groups.ts'
import classes from './outline.module.css'

interface ObjectListProps {
  /** Null while they are read for the first time. */
  readonly terms: Terms | null
  readonly onJump: (blockId: string) => void
}

/** Everything that is an object of the text, by kind, with a filter. Arrows, Home and End move along the entries. */
export const ObjectList = memo(function ObjectList({ terms, onJump }: ObjectListProps) {
  const [words, setWords] = useState('')
  const base = useId()
  const groups = useMemo(() => (terms === null ? [] : objectGroups(terms)), [terms])
  const shown = useMemo(() => filterGroups(groups, words), [groups, words])
  if (terms === null) return null
  if (groups.length === 0)
    return (
      <p className={classes.empty}>
        Parties, shares, steps, roles, KPIs and obligations stand here once they are in the text. Type “/” in
        it to add one.
      </p>
    )
  return (
    <div className={classes.objects}>
      <TextInput
        className={classes.filter ?? ''}
        size="xs"
        type="search"
        aria-label="Filter the objects"
        placeholder="Filter"
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
      />
      <nav aria-label="Objects" onKeyDown={moveFocus}>
        {shown.map(({ title, entries }) => (
          <section key={title} aria-labelledby={`${base}-${title}`}>
            <h2 id={`${base}-${title}`} className={classes.group}>
              {title} <span className={classes.number}>{entries.length}</span>
            </h2>
            <ul className={classes.list}>
              {entries.map(({ key, blockId, name, about }) => (
                <li key={key}>
                  <UnstyledButton className={classes.object} onClick={() => onJump(blockId)}>
                    <span className={classes.name}>{name}</span>
                    {about && <span className={classes.about}>{about}</span>}
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <p role="status" className={classes.empty} hidden={shown.length > 0}>
        {shown.length > 0 ? '' : 'Nothing in the text fits these words.'}
      </p>
    </div>
  )
})
