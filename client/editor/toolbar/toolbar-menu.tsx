import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { keepSelection } from './action-button.tsx'
import classes from './toolbar.module.css'

interface ToolbarMenuProps {
  readonly name: string
  readonly label: string
  /** The label says what is chosen: it is spoken after the name. */
  readonly isChoice?: boolean
  readonly icon?: ReactNode
  readonly onClosed: () => void
  readonly children: ReactNode
}

/** A menu of the toolbar: its button is one item of it. */
export const ToolbarMenu = ({
  name,
  label,
  isChoice = false,
  icon,
  onClosed,
  children,
}: ToolbarMenuProps) => (
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
        aria-label={isChoice ? `${name}: ${label}` : name}
      >
        {label}
      </Button>
    </Menu.Target>
    <Menu.Dropdown className={classes.dropdown}>{children}</Menu.Dropdown>
  </Menu>
)
