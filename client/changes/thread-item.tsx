import { Button } from '@mantine/core'
import type { Thread } from '../../shared/document/threads.ts'
import { whoAndWhen } from './change-words.ts'
import classes from './changes-panel.module.css'

interface ThreadItemProps {
  readonly thread: Thread
  readonly onShow: () => void
  readonly onResolve: () => void
}

export const ThreadItem = ({ thread, onShow, onResolve }: ThreadItemProps) => (
  <li className={classes.item} data-settled={thread.resolved || undefined}>
    <button type="button" className={classes.show} onClick={onShow}>
      <span className={classes.words} dir="auto">
        {thread.text}
      </span>
      <span className={classes.who}>{whoAndWhen(thread)}</span>
    </button>
    {thread.replies.map((reply, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: answers only ever join at the end
      <p key={index} className={classes.reply}>
        <span dir="auto">{reply.text}</span>
        <span className={classes.who}>{whoAndWhen(reply)}</span>
      </p>
    ))}
    <div className={classes.actions}>
      <Button size="compact-xs" variant="default" onClick={onResolve}>
        {thread.resolved ? 'Open again' : 'Settle'}
      </Button>
    </div>
  </li>
)
