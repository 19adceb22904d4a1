import { useSyncExternalStore } from 'react'
import type { AgreementSession } from '../session/agreement-session.ts'
import { type ReviewState, reviewSource } from './review-source.ts'

/** What merges did to the text and what of it nobody has settled. */
export function useReviews(session: AgreementSession): ReviewState {
  const source = reviewSource(session)
  return useSyncExternalStore(source.subscribe, source.current)
}

/** How many points nobody has settled: for what shows the number alone and need not be drawn again for anything else. */
export function useUnreviewed(session: AgreementSession): number {
  const source = reviewSource(session)
  return useSyncExternalStore(source.subscribe, () => source.current().open)
}
