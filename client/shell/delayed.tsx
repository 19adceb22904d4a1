import { type ReactNode, useEffect, useState } from 'react'

const PATIENCE_MS = 300

/** Shows a placeholder only when the wait is long enough to be noticed: a skeleton that flashes makes a fast screen look slow. */
export function Delayed({ children }: { children: ReactNode }) {
  const [waited, setWaited] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return waited ? children : null
}
