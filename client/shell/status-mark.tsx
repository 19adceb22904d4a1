import { IconCircleCheck, IconLock, IconPencil } from '@tabler/icons-react'
import type { AgreementStatus } from '../../shared/agreement/lifecycle.ts'
import type { AgreementSummary } from '../../shared/protocol/api.ts'
import classes from './status-mark.module.css'
import { statusWords } from './status-words.ts'

const ICONS = { draft: IconPencil, sealed: IconLock, signed: IconCircleCheck }

interface StatusMarkProps {
  readonly status: AgreementStatus
  readonly version: AgreementSummary['version']
}

export function StatusMark({ status, version }: StatusMarkProps) {
  const Icon = ICONS[status]
  return (
    <span className={classes.status} data-status={status}>
      <Icon size={16} stroke={1.7} aria-hidden="true" />
      {statusWords(status, version)}
    </span>
  )
}
