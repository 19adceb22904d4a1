import { UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import classes from './terms-panel.module.css'

interface PanelSectionProps {
  readonly title: string
  readonly count: number
  /** What to do where there is nothing yet. */
  readonly empty: string
  readonly children: ReactNode
}

/** One group of the panel, which can be folded away. */
export function PanelSection({ title, count, empty, children }: PanelSectionProps) {
  const [open, setOpen] = useState(true)
  const listId = useId()
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>
        <UnstyledButton
          className={classes.fold}
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
        >
          <span>{title}</span>
          {count > 0 && <span className={classes.count}>{count}</span>}
          <IconChevronDown className={classes.chevron} size={16} stroke={1.5} aria-hidden />
        </UnstyledButton>
      </h2>
      <div id={listId} hidden={!open}>
        {count > 0 ? children : <p className={classes.empty}>{empty}</p>}
      </div>
    </section>
  )
}
