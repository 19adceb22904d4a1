import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from '../agreement-page.module.css'
import type { Panel } from './use-panel.ts'

interface SidePanelProps {
  readonly panel: Panel
  readonly side: 'left' | 'right'
  readonly title: string
  /** Whether a closing drawer gives the focus back to the button that opened it. */
  readonly returnFocus: boolean
  readonly children: ReactNode
}

/** What stands beside the text: a column of the page, or a drawer where there is no room for one. */
export function SidePanel({ panel, side, title, returnFocus, children }: SidePanelProps) {
  if (panel.place === 'column')
    return panel.shown ? (
      <aside className={classes.panel} data-side={side} aria-label={title}>
        {children}
      </aside>
    ) : null
  return (
    <Drawer
      opened={panel.shown}
      onClose={panel.closeDrawer}
      position={side}
      size={side === 'left' ? '20rem' : '26rem'}
      title={title}
      returnFocus={returnFocus}
      classNames={{ body: classes.drawer ?? '' }}
    >
      {children}
    </Drawer>
  )
}
