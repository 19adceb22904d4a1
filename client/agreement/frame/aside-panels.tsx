import { PanelTabs } from './panel-tabs.tsx'
import { PANELS } from './panels.tsx'
import type { WorkspaceParts } from './workspace-parts.ts'

interface AsidePanelsProps {
  readonly parts: WorkspaceParts
  readonly openId: string
  readonly onOpen: (panelId: string) => void
}

/** The panels to the right of the text, one at a time. */
export const AsidePanels = ({ parts, openId, onOpen }: AsidePanelsProps) => (
  <PanelTabs
    name="About the text"
    openId={openId}
    onOpen={onOpen}
    tabs={PANELS.map(({ id, label, Badge, Panel }) => ({
      id,
      label,
      badge: Badge && <Badge {...parts} />,
      content: <Panel {...parts} />,
    }))}
  />
)
