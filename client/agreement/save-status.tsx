import { Popover, UnstyledButton } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconDeviceFloppy,
} from '@tabler/icons-react'
import { useUnreviewed } from '../review/use-reviews.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import type { SessionStatus } from '../session/session-status.ts'
import classes from './save-status.module.css'
import { saveWords } from './save-words.ts'
import { useSaveStatus } from './use-save-status.ts'

const ICONS: Readonly<Record<SessionStatus['kind'], typeof IconCloudUp>> = {
  loading: IconCloudUp,
  saving: IconDeviceFloppy,
  sending: IconCloudUp,
  'saved-on-device': IconCircleCheck,
  'saved-for-everyone': IconCloudCheck,
  offline: IconCloudOff,
  refused: IconCloudOff,
  'storage-failed': IconAlertTriangle,
}

/** Where the user's changes are. It alone re-renders while somebody types. */
export function SaveStatus({ session }: { session: AgreementSession }) {
  const status = useSaveStatus(session)
  const words = saveWords(status)
  const Icon = ICONS[status.kind]
  const open = useUnreviewed(session)
  return (
    <Popover width={320} position="bottom-start" shadow="md" withRoles>
      <Popover.Target>
        <UnstyledButton className={classes.status} data-tone={words.tone} data-status={status.kind}>
          <Icon size={16} stroke={1.7} aria-hidden="true" />
          <span className={classes.short}>
            {words.short}
            {open > 0 && `, ${open} to review`}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={classes.heading}>Where your changes are</p>
        <p className={classes.details}>{words.details}</p>
        {open > 0 && (
          <p className={classes.details}>
            {open === 1 ? 'One point of a merge waits' : `${open} points of merges wait`} for review.
          </p>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
