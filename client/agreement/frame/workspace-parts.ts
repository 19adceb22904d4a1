import type { Editor } from '@tiptap/core'
import type { ComponentType } from 'react'
import type { ProposedChange } from '../../../shared/document/changes/changes-of.ts'
import type { Thread } from '../../../shared/document/threads.ts'
import type { Problem } from '../../../shared/terms/readiness/problem.ts'
import type { Terms } from '../../../shared/terms/terms.ts'
import type { Person } from '../../account/account-state.ts'
import type { Since } from '../../history/since-panel.tsx'
import type { AgreementSession } from '../../session/agreement-session.ts'
import type { SuggestedTerms } from '../../terms/suggestions/suggested-terms.ts'
import type { Standing } from '../agreement-standing.ts'
import type { AuthorsInText } from '../use-authors-in-text.ts'
import type { KnownAgreement } from '../use-known-agreement.ts'
import type { Waivers } from '../use-waivers.ts'

/** What every panel beside the text and every view in its place is given. */
export interface WorkspaceParts {
  readonly agreementId: string
  readonly session: AgreementSession
  readonly known: KnownAgreement
  readonly standing: Standing
  /** Null while nobody is signed in. */
  readonly user: Person | null
  /** Those of a text that has come to rest; null while they are read for the first time. */
  readonly terms: Terms | null
  /** What readiness says of the same text. */
  readonly problems: readonly Problem[]
  /** Changes that somebody proposed in the same text and nobody decided on. */
  readonly changes: readonly ProposedChange[]
  /** The comments on the text, settled ones too. */
  readonly threads: readonly Thread[]
  /** What the recognisers found in the prose, for whoever confirms or dismisses it. */
  readonly suggested: SuggestedTerms
  /** Why problems may stand, as the members said. */
  readonly waivers: Waivers
  /** What others changed since this person was last here. */
  readonly since: Since
  readonly authors: AuthorsInText
  /** Null until the text is shown. */
  readonly editor: Editor | null
  /** Whether this person may change the text, here and now. */
  readonly editable: boolean
  /** Shows a block of the text, wherever one is. The same function for as long as the page is there. */
  readonly onJump: (blockId: string, suggestionId?: string) => void
  /** Opens the panel with this id beside the text, wherever one is. The same function for as long as the page is there. */
  readonly openPanel: (panelId: string) => void
}

/** A tab of the panel to the right of the text: what the text says, lacks, or is said about. */
export interface WorkspacePanel {
  /** Stable: the device remembers the open panel by it. */
  readonly id: string
  readonly label: string
  readonly Panel: ComponentType<WorkspaceParts>
  /** A short figure behind the label, such as how much is open; renders nothing where there is nothing to tell. */
  readonly Badge?: ComponentType<WorkspaceParts>
}

/** A full-width view that stands in the place of the text, at `/agreements/<id>/<view id>`. */
export interface WorkspaceView {
  /** Part of the address. */
  readonly id: string
  readonly label: string
  /** Give a lazy component where it brings a library of its own. Its heading is an `h1` with `tabIndex={-1}`. */
  readonly View: ComponentType<WorkspaceParts>
  /** A short figure behind the label; renders nothing where there is nothing to tell. */
  readonly Badge?: ComponentType<WorkspaceParts>
}
