import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './terms-panel.module.css'

interface JumpEntryProps {
  readonly blockId: string
  readonly onJump: (blockId: string) => void
  readonly children: ReactNode
}

/** An entry of the panel: the whole of it leads to its place in the text. */
export function JumpEntry({ blockId, onJump, children }: JumpEntryProps) {
  return (
    <li className={classes.item}>
      <UnstyledButton className={classes.entry} onClick={() => onJump(blockId)}>
        {children}
      </UnstyledButton>
    </li>
  )
}
