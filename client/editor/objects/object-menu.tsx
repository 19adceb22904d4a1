import { Menu, Portal } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconClipboardText, IconCopy, IconTrash } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { canMoveBlock, deleteBlock, duplicateBlock, moveBlock } from '../block-actions.ts'
import { shortcutInWords } from '../toolbar/shortcut-words.ts'
import { useLiveBlock } from '../use-live-block.ts'
import { type ObjectMenuRequest, onSelected } from './object-tools.ts'
import classes from './objects.module.css'

interface ObjectMenuProps {
  readonly editor: Editor
  /** The object whose menu is open; null while none is. */
  readonly request: ObjectMenuRequest | null
  readonly onClose: () => void
}

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true } as const

/** A menu hides with what it hangs on, and a label may be out of view while its object is not. In px. */
const withinWindow = (top: number) => Math.max(0, Math.min(top, window.innerHeight - 4))

const placeOf = (anchor: Element) => {
  const { left, bottom } = anchor.getBoundingClientRect()
  return { left, top: withinWindow(bottom) }
}

/** Where an element of the text is on the screen, also after scrolling and in a window of another size; where it was last when it is gone. */
function useScreenPlace(anchor: Element): { readonly left: number; readonly top: number } {
  const [place, setPlace] = useState(() => placeOf(anchor))
  useEffect(() => {
    const follow = () => {
      if (anchor.isConnected) setPlace(placeOf(anchor))
    }
    window.addEventListener('resize', follow)
    window.addEventListener('scroll', follow, { capture: true, passive: true })
    return () => {
      window.removeEventListener('resize', follow)
      window.removeEventListener('scroll', follow, { capture: true })
    }
  }, [anchor])
  return place
}

/** What can be done with an object of the text. Moving, duplicating and deleting have keys of their own. */
export const ObjectMenu = ({ request, ...props }: ObjectMenuProps) =>
  request && <OpenMenu request={request} {...props} />

function OpenMenu({ editor, request, onClose }: ObjectMenuProps & { readonly request: ObjectMenuRequest }) {
  const acted = useRef(false)
  const { node, pos } = useLiveBlock(editor, request.blockId)
  const { label } = request
  const place = useScreenPlace(request.anchor)
  const { view } = editor
  // A partner may have taken it out since.
  if (node?.type.name !== request.type) return null
  const run = (act: (place: number) => unknown) => () => {
    const at = pos()
    if (at === null) return
    acted.current = true
    onSelected(view, at, () => act(at))
  }
  const close = () => {
    if (!acted.current) view.focus()
    acted.current = false
    onClose()
  }
  const workshop = node.type.name === 'kpi' ? editor.storage.objectTools.tools.openWorkshop() : null
  const key = (shortcut: string) => <span className={classes.menuKey}>{shortcutInWords(shortcut)}</span>
  const move = (way: 'up' | 'down', name: string, shortcut: string, Icon: typeof IconArrowUp) => (
    <Menu.Item
      leftSection={<Icon {...icon} />}
      rightSection={key(shortcut)}
      disabled={!canMoveBlock(editor.state, pos() ?? 0, way)}
      onClick={run(place => moveBlock(view, place, way))}
    >
      {name}
    </Menu.Item>
  )
  return (
    <Portal>
      <Menu
        opened
        onClose={close}
        position="bottom-start"
        width={260}
        returnFocus={false}
        loop
        // Keys are left out: the one that opened the menu is still on its way and would close it.
        clickOutsideEvents={['mousedown', 'touchstart']}
      >
        <Menu.Target>
          <span className={classes.menuAnchor} style={place} aria-hidden />
        </Menu.Target>
        <Menu.Dropdown aria-label={label}>
          {workshop && (
            <>
              <Menu.Item
                leftSection={<IconClipboardText {...icon} />}
                onClick={() => workshop(String(node.attrs.id ?? ''))}
              >
                Open in the KPI workshop
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          {move('up', 'Move up', 'Alt-Shift-ArrowUp', IconArrowUp)}
          {move('down', 'Move down', 'Alt-Shift-ArrowDown', IconArrowDown)}
          <Menu.Item
            leftSection={<IconCopy {...icon} />}
            rightSection={key('Mod-Shift-D')}
            onClick={run(place => duplicateBlock(view, place))}
          >
            Duplicate
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="danger"
            leftSection={<IconTrash {...icon} />}
            onClick={run(place => deleteBlock(view, place))}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Portal>
  )
}
