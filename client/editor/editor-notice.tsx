import { CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import classes from './editor.module.css'

const SHOWN_MS = 8000

/** Says something for a while each time the count goes up; also to a screen reader. */
export function EditorNotice({ count, children }: { count: number; children: ReactNode }) {
  const [seen, setSeen] = useState(0)
  useEffect(() => {
    if (count === seen) return
    const timer = setTimeout(() => setSeen(count), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [count, seen])
  return (
    <div role="status" className={classes.noticeArea}>
      {count > seen && (
        <div className={classes.notice} key={count}>
          {children}
          <CloseButton aria-label="Close this notice" size="sm" onClick={() => setSeen(count)} />
        </div>
      )}
    </div>
  )
}
