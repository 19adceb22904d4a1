import type { Editor } from '@tiptap/core'
import type { Model } from '../../../shared/agreement/models.ts'
import type { Terms } from '../../../shared/terms/terms.ts'

export interface KpiWorkshopProps {
  readonly editor: Editor
  readonly terms: Terms
  readonly editable: boolean
  readonly model: Model
  /** The KPI that is worked on; null for the first one. */
  readonly selected: string | null
  readonly onSelect: (kpiId: string | null) => void
  /** Shows a block in the text. */
  readonly onJump: (blockId: string) => void
  /** An ISO date. */
  readonly today: string
}
