import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { keepSelection } from './action-button.tsx'
import classes from './toolbar.module.css'

interface ToolbarMenuProps {
  /** What the button is for, spoken before what it shows. */
  readonly name: string
  readonly label: ReactNode
  readonly icon?: ReactNode
  readonly onClosed: () => void
  readonly children: ReactNode
}

/** A menu of the toolbar: its button is one item of it. */
export const ToolbarMenu = ({ name, label, icon, onClosed, children }: ToolbarMenuProps) => (
  <Menu position="bottom-start" width={250} returnFocus={false} onExitTransitionEnd={onClosed} loop>
    <Menu.Target>
      <Button
        data-toolbar-item
        tabIndex={-1}
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={classes.menuButton}
        leftSection={icon}
        rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
        onMouseDown={keepSelection}
        aria-label={typeof label === 'string' ? `${name}: ${label}` : name}
      >
        {label}
      </Button>
    </Menu.Target>
    <Menu.Dropdown className={classes.dropdown}>{children}</Menu.Dropdown>
  </Menu>
)
