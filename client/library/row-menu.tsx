import { ActionIcon, Menu } from '@mantine/core'
import { IconCopy, IconDots, IconExternalLink, IconPencil, IconTrash } from '@tabler/icons-react'
import { Link } from 'react-router'
import { decideAccess } from '../../shared/agreement/access.ts'
import type { LibraryEntry } from '../local/library-entry.ts'
import classes from './library.module.css'

export interface RowActions {
  readonly rename: (entry: LibraryEntry) => void
  readonly duplicate: (entry: LibraryEntry) => void
  readonly remove: (entry: LibraryEntry) => void
}

/** The title is part of the text: who may not write the text may not rename it either. */
export const mayRename = (entry: LibraryEntry): boolean =>
  entry.server === null || (!entry.left && decideAccess(entry.server, 'write-body', entry.server.status).ok)

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

export const RowMenu = ({ entry, actions }: { entry: LibraryEntry; actions: RowActions }) => (
  <Menu position="bottom-end" width={220}>
    <Menu.Target>
      <ActionIcon
        className={classes.menu}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Actions for ${entry.title}`}
      >
        <IconDots size={18} stroke={1.6} />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item component={Link} to={`/agreements/${entry.id}`} leftSection={<IconExternalLink {...icon} />}>
        Open
      </Menu.Item>
      <Menu.Item
        leftSection={<IconPencil {...icon} />}
        disabled={!mayRename(entry)}
        onClick={() => actions.rename(entry)}
      >
        Rename
      </Menu.Item>
      <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => actions.duplicate(entry)}>
        Duplicate
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item color="danger" leftSection={<IconTrash {...icon} />} onClick={() => actions.remove(entry)}>
        Remove from this device
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
)
