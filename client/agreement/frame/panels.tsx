import { memo } from 'react'
import { TermsPanel } from '../../terms/terms-panel.tsx'
import type { WorkspacePanel, WorkspaceParts } from './workspace-parts.ts'

// Drawn again only when something of the terms changed, not with the rest of the page.
const Terms = memo(TermsPanel)

/** The tabs to the right of the text, in their order. One entry adds one. */
export const PANELS: readonly WorkspacePanel[] = [
  {
    id: 'terms',
    label: 'Terms',
    Panel: ({ terms, onJump }: WorkspaceParts) => <Terms terms={terms} onJump={onJump} />,
  },
]
