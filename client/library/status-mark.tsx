import { IconCircleCheck, IconLock, IconPencil } from '@tabler/icons-react'
import type { AgreementStatus } from '../../shared/agreement/lifecycle.ts'
import classes from './library.module.css'

const ICONS = { draft: IconPencil, sealed: IconLock, signed: IconCircleCheck }

export function StatusMark({ status, words }: { status: AgreementStatus; words: string }) {
  const Icon = ICONS[status]
  return (
    <span className={classes.status} data-status={status}>
      <Icon size={16} stroke={1.7} aria-hidden="true" />
      {words}
    </span>
  )
}
