import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RecordSource, RecordState } from '../record/record-source.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import { type SinceChange, sinceChanges, sinceSeq } from './since-changes.ts'
import type { Since } from './since-panel.tsx'
import { useAnswer } from './use-answer.ts'
import { noteVisit, readVisit } from './visit-marker.ts'

interface SinceParts {
  readonly session: AgreementSession
  readonly userId: string | null
  readonly source: RecordSource
  readonly state: RecordState
  readonly onJump: (blockId: string) => void
}

/** What others changed since the last visit, and the steps through it. Leaving the page makes the next visit's beginning. */
export function useSince({ session, userId, source, state, onJump }: SinceParts): Since {
  const { agreementId, body } = session
  const [visit] = useState(() => readVisit(agreementId, userId))
  const [isSeen, setSeen] = useState(false)
  const [current, setCurrent] = useState<string | null>(null)
  const { overview } = state

  const visited = useRef(new Set<string>())
  const latest = useRef({ changes: null as readonly SinceChange[] | null, current })
  useEffect(() => {
    // What was shown as new stays new until it was looked at, however often one leaves.
    const isNoted = () => latest.current.changes?.every(({ key }) => visited.current.has(key)) ?? false
    const note = () => isNoted() && noteVisit(agreementId, userId, body, Date.now())
    const hidden = () => document.visibilityState === 'hidden' && note()
    addEventListener('pagehide', note)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      removeEventListener('pagehide', note)
      document.removeEventListener('visibilitychange', hidden)
      note()
    }
  }, [agreementId, userId, body])

  // What comes while one is here is seen as it comes: asked once.
  const { answer } = useAnswer(source, overview ? 'since' : null, async () =>
    overview && visit ? find(source, overview, visit.clocks, userId) : [],
  )
  const changes = useMemo(() => (isSeen ? [] : answer), [isSeen, answer])

  latest.current = { changes, current }
  const show = useCallback(
    (change: SinceChange) => {
      setCurrent(change.key)
      visited.current.add(change.key)
      if (change.blockId !== null) onJump(change.blockId)
    },
    [onJump],
  )
  const step = useCallback(
    (by: 1 | -1) => {
      const { changes: list, current: at } = latest.current
      if (!list || list.length === 0) return false
      const place = list.findIndex(({ key }) => key === at)
      const change = list[(place < 0 && by < 0 ? list.length - 1 : place + by + list.length) % list.length]
      if (change) show(change)
      return true
    },
    [show],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return
      if (step(event.shiftKey ? -1 : 1)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [step])

  return {
    at: visit?.at ?? null,
    changes,
    current,
    next: () => void step(1),
    previous: () => void step(-1),
    show,
    seen: () => {
      noteVisit(agreementId, userId, body, Date.now())
      setSeen(true)
    },
  }
}

async function find(
  source: RecordSource,
  overview: NonNullable<RecordState['overview']>,
  clocks: Uint8Array,
  userId: string | null,
): Promise<readonly SinceChange[]> {
  const seen = await source.thread.ask({ kind: 'seenUpTo', clocks })
  const from = sinceSeq(overview, seen, userId)
  if (from >= overview.head) return []
  const { clauses } = await source.thread.ask({ kind: 'compare', from, to: overview.head })
  return sinceChanges(clauses, overview, from, userId)
}
