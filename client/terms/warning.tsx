import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './terms-panel.module.css'

/** Something that is missing or cannot be right, with what to do. */
export function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <span className={classes.warning}>
      <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
      <span>{children}</span>
    </span>
  )
}
