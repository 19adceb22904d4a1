import type { Extensions } from '@tiptap/core'
import { TERM_KINDS, type TermKind } from '../../shared/document/node-types.ts'
import { CommentAnchor, Deletion, Insertion, Term, textExtensions } from '../../shared/document/schema.ts'
import { TERM_KIND_WORDS } from '../../shared/terms/words.ts'

/** A kind that a peer states and this version does not know is shown as it is named. */
export const termKindWords = (kind: unknown): string =>
  TERM_KINDS.some(known => known === kind) ? TERM_KIND_WORDS[kind as TermKind] : String(kind ?? 'Term')

const term = Term.extend({
  renderHTML({ mark, HTMLAttributes }) {
    const label = termKindWords(mark.attrs.kind)
    return ['span', { ...HTMLAttributes, 'data-mark': 'term', 'data-label': label, title: label }, 0]
  },
})

/** The shared schema's text nodes, as this editor shows them; format and content are those of `schemaExtensions`. */
export const textNodes: Extensions = [...textExtensions, term, Insertion, Deletion, CommentAnchor]
