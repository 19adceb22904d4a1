import { startTransition, useEffect, useState } from 'react'

/** What a screen shows, and a little more. */
const AT_FIRST = 24

/**
 * How many of so many parts to show: a screenful at once, the rest while nobody waits, more with each step. Begins again for another
 * `whole`.
 */
export function useGrowing(whole: readonly unknown[]): number {
  const [state, setState] = useState({ whole, count: AT_FIRST })
  const count = state.whole === whole ? state.count : AT_FIRST
  useEffect(() => {
    if (count >= whole.length) return
    const timer = setTimeout(() => startTransition(() => setState({ whole, count: count * 2 })))
    return () => clearTimeout(timer)
  }, [count, whole])
  return Math.min(count, whole.length)
}
