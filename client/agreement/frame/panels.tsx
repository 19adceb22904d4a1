import { memo } from 'react'
import { ChangesBadge } from '../../changes/changes-badge.tsx'
import { SinceBadge } from '../../history/since-panel.tsx'
import { ReadinessBadge } from '../../readiness/readiness-badge.tsx'
import { TermsPanel } from '../../terms/terms-panel.tsx'
import { ChangesTab, waitingOf } from '../changes-tab.tsx'
import { DatesTab } from '../dates-tab.tsx'
import { ReadinessTab } from '../readiness-tab.tsx'
import { SinceTab } from '../since-tab.tsx'
import { WhoWroteTab } from '../who-wrote-tab.tsx'
import type { WorkspacePanel, WorkspaceParts } from './workspace-parts.ts'

// Drawn again only when something of the terms changed, not with the rest of the page.
const Terms = memo(TermsPanel)

/** The tabs to the right of the text, in their order. One entry adds one. */
export const PANELS: readonly WorkspacePanel[] = [
  {
    id: 'terms',
    label: 'Terms',
    Panel: ({ terms, suggested, onJump }: WorkspaceParts) => (
      <Terms terms={terms} suggested={suggested} onJump={onJump} />
    ),
  },
  {
    id: 'readiness',
    label: 'Readiness',
    Panel: ReadinessTab,
    Badge: ({ problems, waivers }) => <ReadinessBadge problems={problems} reasons={waivers.reasons} />,
  },
  { id: 'dates', label: 'Dates', Panel: DatesTab },
  {
    id: 'changes',
    label: 'Changes',
    Panel: ChangesTab,
    Badge: parts => <ChangesBadge waiting={waitingOf(parts)} />,
  },
  {
    id: 'since',
    label: 'What’s new',
    Panel: SinceTab,
    Badge: ({ since }) => <SinceBadge since={since} />,
  },
  { id: 'authors', label: 'Authors', Panel: WhoWroteTab },
]
