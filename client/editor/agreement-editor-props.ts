import type { Editor } from '@tiptap/core'
import type { Model } from '../../shared/agreement/models.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import type { CaretUser } from './carets.ts'

export interface AgreementEditorProps {
  readonly session: Pick<AgreementSession, 'body' | 'awareness' | 'isNewerThanClient'>
  /** Whether this person may change the text now. A text of a newer version is never editable; the page says why. */
  readonly editable: boolean
  /** Who is writing, as the others see it. Keep the object while it says the same. */
  readonly user: CaretUser
  /** Called with each editor that is made: once, and again when the session is another one. Keep the function. */
  readonly onReady?: (editor: Editor) => void
  /** The collaboration model, by which the KPI library chooses what it offers first. */
  readonly model?: Model
  /** Shows a KPI in the workshop. */
  readonly onOpenKpi?: (kpiId: string) => void
}
