import { Tooltip } from '@mantine/core'
import classes from './people.module.css'

export interface Person {
  readonly id: string
  readonly name: string
  /** The colour of this person's caret; without one the avatar is neutral. */
  readonly color?: string
}

/** First letters of the first and the last word; a lone word gives one letter. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letter = (word: string | undefined) => [...(word ?? '')][0]?.toLocaleUpperCase('en') ?? ''
  return (words.length > 1 ? letter(words[0]) + letter(words.at(-1)) : letter(words[0])) || '?'
}

const ROOM = 4

/** Who is in an agreement now. Read as one sentence; the names of those beyond the fourth are in the last circle. */
export function People({ people, label = 'Here now' }: { people: readonly Person[]; label?: string }) {
  if (people.length === 0) return null
  const shown = people.length > ROOM ? people.slice(0, ROOM - 1) : people
  const hidden = people.slice(shown.length)
  const names = (some: readonly Person[]) => some.map(person => person.name).join(', ')
  return (
    <div className={classes.people} role="img" aria-label={`${label}: ${names(people)}`}>
      {shown.map(person => (
        <Tooltip key={person.id} label={person.name}>
          <span
            className={classes.person}
            {...(person.color ? { style: { '--person': person.color } as React.CSSProperties } : {})}
          >
            {initials(person.name)}
          </span>
        </Tooltip>
      ))}
      {hidden.length > 0 && (
        <Tooltip label={names(hidden)}>
          <span className={classes.person}>+{hidden.length}</span>
        </Tooltip>
      )}
    </div>
  )
}
