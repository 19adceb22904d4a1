import { lazy } from 'react'
import { ReviewBadge } from '../../review/review-badge.tsx'
import type { WorkspaceParts, WorkspaceView } from './workspace-parts.ts'

// Each brings more than a reader of the text needs.
const ChainView = lazy(() => import('../../chain/chain-view.tsx'))
const KpiWorkshopTab = lazy(() => import('../kpi-workshop-tab.tsx'))
const FairnessTab = lazy(() => import('../fairness-tab.tsx'))
const HistoryTab = lazy(() => import('../history-tab.tsx'))
const CompareTab = lazy(() => import('../compare-tab.tsx'))
const MergeView = lazy(() => import('../merge-view.tsx'))

/** What can stand in the place of the text, in the order of the navigation. One entry adds a view and its address. */
export const VIEWS: readonly WorkspaceView[] = [
  { id: 'kpis', label: 'KPIs', View: KpiWorkshopTab },
  {
    id: 'chain',
    label: 'Chain of service',
    View: ({ terms, onJump }: WorkspaceParts) => <ChainView terms={terms} onJump={onJump} />,
  },
  { id: 'fairness', label: 'Fairness', View: FairnessTab },
  {
    id: 'merges',
    label: 'Merge review',
    View: MergeView,
    Badge: ({ session }) => <ReviewBadge session={session} />,
  },
  { id: 'history', label: 'History', View: HistoryTab },
  { id: 'compare', label: 'Compare', View: CompareTab },
]

/** The view that an address names; null for the text and for a name that is no view. */
export const viewNamed = (id: string | undefined): WorkspaceView | null =>
  VIEWS.find(view => view.id === id) ?? null
