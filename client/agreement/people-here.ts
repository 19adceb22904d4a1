import { useCallback, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'
import type { Person } from '../shell/people.tsx'

const stateSchema = z.object({
  user: z.object({
    id: z.string().min(1).max(100),
    name: z.string().trim().min(1).max(200),
    color: z.string().regex(/^#[0-9a-f]{6}$/i),
  }),
})

/**
 * The others who are in the agreement now, each person once however many tabs they have open, in order of name.
 * What a peer says of itself is checked: an odd one is left out.
 */
export function peopleHere(
  states: ReadonlyMap<number, unknown>,
  ownClient: number,
  ownUserId: string | null,
): readonly Person[] {
  const people = new Map<string, Person>()
  for (const [client, state] of states) {
    const parsed = stateSchema.safeParse(state)
    if (client === ownClient || !parsed.success || parsed.data.user.id === ownUserId) continue
    people.set(parsed.data.user.id, parsed.data.user)
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
}

const readers = new WeakMap<Awareness, { readonly key: string; readonly people: readonly Person[] }>()

/** Awareness changes with every caret move; the list is a new one only when the people are others. */
function stablePeople(awareness: Awareness, ownUserId: string | null): readonly Person[] {
  const people = peopleHere(awareness.getStates(), awareness.clientID, ownUserId)
  const key = JSON.stringify(people)
  const before = readers.get(awareness)
  if (before?.key === key) return before.people
  readers.set(awareness, { key, people })
  return people
}

export function usePeopleHere(awareness: Awareness, ownUserId: string | null): readonly Person[] {
  const subscribe = useCallback(
    (listener: () => void) => {
      awareness.on('change', listener)
      return () => awareness.off('change', listener)
    },
    [awareness],
  )
  return useSyncExternalStore(subscribe, () => stablePeople(awareness, ownUserId))
}
