import type { Extensions } from '@tiptap/core'
import { BODY_FRAGMENT } from '../../shared/document/node-types.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import { AuthorMarks } from './author-marks.ts'
import { BlockClipboard } from './block-clipboard.ts'
import { BlockKeys } from './block-keys.ts'
import { BodySync } from './body/body-sync.ts'
import { Carets } from './carets.ts'
import { GapMarks } from './gap-marks.ts'
import { LocalTidy } from './local-tidy.ts'
import { LosslessGuard } from './lossless-guard.ts'
import { newId } from './new-id.ts'
import { ObjectKeys } from './objects/object-keys.ts'
import { objectNodes } from './objects/object-nodes.ts'
import { type ObjectTools, ObjectToolsExtension } from './objects/object-tools.ts'
import { CleanPaste } from './paste/clean-paste.ts'
import { ProposedTerms } from './proposed/proposed-terms.ts'
import { EditorShortcuts } from './shortcuts.ts'
import { SteadyBlock } from './steady-block.ts'
import type { SuggestionStore } from './suggest/suggestion-store.ts'
import { PartyMention, SlashMenu } from './suggest/suggestions.ts'
import { textNodes } from './text-nodes.ts'
import { TypedInChange } from './typed-in-change.ts'
import { UnreadCaret } from './unread-caret.ts'
import { WritingHints } from './writing-hints.ts'

export interface EditorParts {
  readonly session: Pick<AgreementSession, 'body' | 'awareness' | 'isNewerThanClient'>
  readonly suggestions: SuggestionStore
  readonly onRefused: () => void
  readonly onEditLink: () => void
  readonly onHelp: () => void
  readonly onToolbar: () => void
  readonly objectTools: ObjectTools
}

/** Everything that the editor of an agreement is made of. */
export function editorExtensions(parts: EditorParts): Extensions {
  const { session, suggestions } = parts
  return [
    ...textNodes,
    ObjectToolsExtension.configure(parts.objectTools),
    ...objectNodes,
    BodySync.configure({ fragment: session.body.getXmlFragment(BODY_FRAGMENT) }),
    LosslessGuard.configure({ onRefused: parts.onRefused, notes: !session.isNewerThanClient() }),
    LocalTidy.configure({ newId }),
    Carets.configure({ awareness: session.awareness }),
    BlockClipboard,
    BlockKeys,
    CleanPaste,
    GapMarks,
    AuthorMarks,
    EditorShortcuts.configure({
      onEditLink: parts.onEditLink,
      onHelp: parts.onHelp,
      onToolbar: parts.onToolbar,
    }),
    ObjectKeys,
    ProposedTerms,
    PartyMention.configure({ store: suggestions }),
    SlashMenu.configure({ store: suggestions }),
    SteadyBlock,
    TypedInChange,
    UnreadCaret,
    WritingHints,
  ]
}
