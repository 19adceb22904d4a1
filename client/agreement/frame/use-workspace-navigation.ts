import { useLocalStorage } from '@mantine/hooks'
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { jumpToBlock } from '../../editor/clause-jump.ts'
import { goTo } from '../../editor/proposed/proposed-terms.ts'
import { type Panel, usePanel } from './use-panel.ts'
import { viewNamed } from './views.tsx'
import type { WorkspaceView } from './workspace-parts.ts'

export interface WorkspaceNavigation {
  /** What stands in the place of the text; null for the text itself. */
  readonly view: WorkspaceView | null
  readonly outline: Panel
  readonly aside: Panel
  /** The id of the tab that is open in the panel to the right. */
  readonly openPanelId: string
  readonly setOpenPanel: (panelId: string) => void
  /** Whether a panel over the text went because it led there: then it must not take the focus back. */
  readonly landed: boolean
  /** Both lead back to the text from wherever one is, and stay the same for as long as the page is there. */
  readonly jump: (blockId: string, suggestionId?: string) => void
  readonly openPanel: (panelId: string) => void
}

/** Where one is on the page of an agreement, and the ways from there. */
export function useWorkspaceNavigation(agreementId: string, editor: Editor | null): WorkspaceNavigation {
  const view = viewNamed(useParams().view)
  const navigate = useNavigate()
  const outline = usePanel('outline')
  const aside = usePanel('aside')
  const [openPanelId, setOpenPanel] = useLocalStorage({
    key: 'parley-open-panel',
    defaultValue: 'terms',
    getInitialValueInEffect: false,
  })
  const [landed, setLanded] = useState(false)
  const [target, setTarget] = useState<{
    readonly blockId: string
    readonly suggestionId: string | undefined
  } | null>(null)
  useEffect(() => {
    if (outline.shown || aside.shown) setLanded(false)
  }, [outline.shown, aside.shown])

  // Not before the text can take the focus again, and after the page has put it on its content.
  useEffect(() => {
    if (target === null || view !== null || editor === null) return
    const frame = requestAnimationFrame(() => {
      setTarget(null)
      if (target.suggestionId === undefined || !goTo(editor, target.suggestionId))
        jumpToBlock(editor, target.blockId)
    })
    return () => cancelAnimationFrame(frame)
  }, [target, view, editor])

  const now = useRef({ view, aside, outline, navigate })
  now.current = { view, aside, outline, navigate }
  const toText = useCallback(() => {
    if (now.current.view !== null) void now.current.navigate(`/agreements/${agreementId}`)
  }, [agreementId])
  const jump = useCallback(
    (blockId: string, suggestionId?: string) => {
      now.current.outline.closeDrawer()
      now.current.aside.closeDrawer()
      setLanded(true)
      setTarget({ blockId, suggestionId })
      toText()
    },
    [toText],
  )
  const openPanel = useCallback(
    (panelId: string) => {
      setOpenPanel(panelId)
      now.current.aside.show()
      toText()
    },
    [setOpenPanel, toText],
  )
  return { view, outline, aside, openPanelId, setOpenPanel, landed, jump, openPanel }
}
