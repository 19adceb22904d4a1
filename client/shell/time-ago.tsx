import { Tooltip } from '@mantine/core'
import { useEffect, useState } from 'react'
import { exactTime, relativeTime } from './relative-time.ts'

const MINUTE_MS = 60_000

/** A time as people say it; the exact one on hover, and on focus where nothing around it can take the focus. */
export function TimeAgo({ iso, focusable = false }: { iso: string; focusable?: boolean }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <Tooltip label={exactTime(iso)}>
      <time dateTime={iso} {...(focusable ? { tabIndex: 0 } : {})}>
        {relativeTime(iso, now)}
      </time>
    </Tooltip>
  )
}
