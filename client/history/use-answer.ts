import { useEffect, useRef, useState } from 'react'
import type { RecordSource } from '../record/record-source.ts'
import type { RecordThread } from '../record/record-thread.ts'

/**
 * The answer to the newest question; null while it is awaited, and where nothing is asked (`question` is null). The question is
 * asked anew when its name is another.
 */
export function useAnswer<T>(
  source: RecordSource,
  question: string | null,
  ask: (thread: RecordThread) => Promise<T>,
): { readonly answer: T | null; readonly failed: boolean } {
  const [state, setState] = useState<{ answer: T | null; failed: boolean }>({ answer: null, failed: false })
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    let isNewest = true
    setState({ answer: null, failed: false })
    if (question === null) return
    latest.current(source.thread).then(
      answer => isNewest && setState({ answer, failed: false }),
      () => isNewest && setState({ answer: null, failed: true }),
    )
    return () => {
      isNewest = false
    }
  }, [source, question])
  return state
}
