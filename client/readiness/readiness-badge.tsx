import { VisuallyHidden } from '@mantine/core'
import type { Problem } from '../../shared/terms/readiness/problem.ts'
import classes from './readiness.module.css'
import { countOf, type Reasons, readinessGroups } from './readiness-groups.ts'

interface ReadinessBadgeProps {
  readonly problems: readonly Problem[]
  readonly reasons: Reasons
}

/** How many points keep the text from being sealed; nothing where none does. */
export function ReadinessBadge({ problems, reasons }: ReadinessBadgeProps) {
  const errors = countOf(readinessGroups(problems, reasons).errors)
  if (errors === 0) return null
  return (
    <span className={classes.badge}>
      {errors}
      <VisuallyHidden> to be settled</VisuallyHidden>
    </span>
  )
}
