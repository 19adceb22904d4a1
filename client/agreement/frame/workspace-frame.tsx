import { Loader } from '@mantine/core'
import { type ReactNode, Suspense, useEffect } from 'react'
import { useLocation } from 'react-router'
import { Delayed } from '../../shell/delayed.tsx'
import { SkipLink } from '../../shell/skip-link.tsx'
import { focusContentIfLost, MAIN_ID } from '../../shell/use-page.ts'
import classes from '../agreement-page.module.css'
import { AsidePanels } from './aside-panels.tsx'
import { SidePanel } from './side-panel.tsx'
import type { WorkspaceNavigation } from './use-workspace-navigation.ts'
import { ViewNav } from './view-nav.tsx'
import type { WorkspaceParts } from './workspace-parts.ts'

interface WorkspaceFrameProps {
  readonly parts: WorkspaceParts
  readonly navigation: WorkspaceNavigation
  readonly header: ReactNode
  readonly banners: ReactNode
  readonly outline: ReactNode
  readonly text: ReactNode
}

/**
 * The page around the text: header, banners, navigation, outline to the left, panels to the right. A full-width view stands in
 * front of the text, which stays as it was left: caret, place and undo.
 */
export function WorkspaceFrame({ parts, navigation, header, banners, outline, text }: WorkspaceFrameProps) {
  const { view, landed } = navigation
  // The page announced itself while the text was still being read; what it gave the focus to is gone now.
  const { key } = useLocation()
  useEffect(() => {
    if (key !== 'default') focusContentIfLost()
  }, [key])
  return (
    <div className={classes.page}>
      <SkipLink />
      {header}
      <div>
        <ViewNav parts={parts} />
        {banners}
      </div>
      <div className={classes.body}>
        {view === null && (
          <SidePanel panel={navigation.outline} side="left" title="Outline" returnFocus={!landed}>
            {outline}
          </SidePanel>
        )}
        <TextBehind covered={view !== null}>{text}</TextBehind>
        {view === null ? (
          <SidePanel panel={navigation.aside} side="right" title="Side panel" returnFocus={!landed}>
            <AsidePanels parts={parts} openId={navigation.openPanelId} onOpen={navigation.setOpenPanel} />
          </SidePanel>
        ) : (
          <main key={view.id} id={MAIN_ID} tabIndex={-1} className={classes.view}>
            <Suspense fallback={<ViewLoading />}>
              <view.View {...parts} />
            </Suspense>
          </main>
        )}
      </div>
    </div>
  )
}

/** One place in the tree for the text, covered or not: it must not be made anew. */
const TextBehind = ({ covered, children }: { readonly covered: boolean; readonly children: ReactNode }) => (
  <main
    {...(covered ? { inert: true, 'aria-hidden': true } : { id: MAIN_ID })}
    tabIndex={-1}
    className={classes.main}
  >
    {children}
  </main>
)

const ViewLoading = () => (
  <Delayed>
    <div role="status" aria-label="Opening" className={classes.viewLoading}>
      <Loader size="sm" />
    </div>
  </Delayed>
)
