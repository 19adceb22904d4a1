import { IconCloudOff } from '@tabler/icons-react'
import type { ApiError } from '../api/api-error.ts'
import { useOnline } from '../shell/use-online.ts'
import classes from './library.module.css'

/** Says that the list is this device's own while the server cannot be asked. Silent when all is well. */
export function NetworkNote({ refusal }: { refusal: ApiError | null }) {
  const online = useOnline()
  const offline = !online || refusal?.kind === 'offline' || refusal?.kind === 'unavailable'
  if (!offline && refusal === null) return null
  return (
    <p className={classes.note} role="status">
      <IconCloudOff size={16} stroke={1.7} aria-hidden="true" />
      {offline
        ? 'You are offline. This is what this device holds: read and write as usual, it is sent when the network is back.'
        : `The list could not be brought up to date. ${refusal?.message ?? ''}`}
    </p>
  )
}
