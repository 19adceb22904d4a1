import { Tooltip } from '@mantine/core'
import { useEffect, useState } from 'react'
import { exactTime, relativeTime } from './relative-time.ts'

const MINUTE_MS = 60_000

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** All times on the page move on together: a list of thousands is drawn once. */
function eachMinute(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const each of listeners) each()
  }, MINUTE_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/**
 * A time as people say it; the exact one on hover, and on focus where nothing around it can take the focus. Long lists hold
 * thousands of them: only what takes the focus has a tooltip of its own.
 */
export function TimeAgo({ iso, focusable = false }: { iso: string; focusable?: boolean }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => eachMinute(() => setNow(Date.now())), [])
  const time = (
    <time dateTime={iso} {...(focusable ? { tabIndex: 0 } : { title: exactTime(iso) })}>
      {relativeTime(iso, now)}
    </time>
  )
  return focusable ? <Tooltip label={exactTime(iso)}>{time}</Tooltip> : time
}
