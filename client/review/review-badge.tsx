import { VisuallyHidden } from '@mantine/core'
import type { AgreementSession } from '../session/agreement-session.ts'
import classes from './review.module.css'
import { useUnreviewed } from './use-reviews.ts'

/** How many findings wait for somebody; nothing where none does. */
export function ReviewBadge({ session }: { session: AgreementSession }) {
  const open = useUnreviewed(session)
  if (open === 0) return null
  return (
    <span className={classes.badge}>
      {open}
      <VisuallyHidden> to be settled</VisuallyHidden>
    </span>
  )
}
