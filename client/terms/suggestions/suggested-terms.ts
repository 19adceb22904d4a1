import type { Suggestion } from '../../../shared/terms/suggest/suggestions.ts'

/** Suggestions with what this person may do about them. Keep the object while it says the same. */
export interface SuggestedTerms {
  /** Null until the text was read for the first time. */
  readonly list: readonly Suggestion[] | null
  readonly mayConfirm: boolean
  readonly mayDismiss: boolean
  /** How many were dismissed in this agreement. */
  readonly dismissed: number
  readonly confirm: (suggestion: Suggestion) => void
  /** For everyone. */
  readonly dismiss: (suggestion: Suggestion) => void
  readonly bringBack: () => void
  readonly show: (suggestion: Suggestion) => void
}
