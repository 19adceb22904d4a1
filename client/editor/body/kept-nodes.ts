import { Mark, Node } from '@tiptap/core'

/**
 * Stand-ins for parts of the shared text that this version cannot show. They exist in the editor only: nothing parses into
 * them, and the writer refuses to put them into the shared document.
 */
export const KEPT_BLOCK = 'keptBlock'
export const KEPT_INLINE = 'keptInline'
export const KEPT_MARK = 'keptMark'

export const KEPT_NOTICE = 'This part was written with a newer version of Parley. It is kept as it is.'

export const KeptBlock = Node.create({
  name: KEPT_BLOCK,
  group: 'block',
  atom: true,
  isolating: true,
  draggable: false,
  addAttributes: () => ({
    text: { default: '', rendered: false },
    // A heading that cannot be shown still counts where clauses are numbered.
    clauseLevel: { default: null, rendered: false },
  }),
  renderHTML: ({ node }) => [
    'div',
    {
      'data-kept': 'block',
      ...(node.attrs.clauseLevel ? { 'data-clause-level': node.attrs.clauseLevel } : {}),
    },
    ['p', { 'data-kept-notice': '' }, KEPT_NOTICE],
    ...(node.attrs.text ? [['p', {}, node.attrs.text]] : []),
  ],
})

export const KeptInline = Node.create({
  name: KEPT_INLINE,
  group: 'inline',
  inline: true,
  atom: true,
  draggable: false,
  addAttributes: () => ({ text: { default: '', rendered: false } }),
  renderHTML: ({ node }) => ['span', { 'data-kept': 'inline', title: KEPT_NOTICE }, node.attrs.text || '…'],
})

export const KeptMark = Mark.create({
  name: KEPT_MARK,
  excludes: '',
  inclusive: false,
  addAttributes: () => ({ name: { default: null, rendered: false } }),
  renderHTML: () => ['span', { 'data-kept': 'mark', title: KEPT_NOTICE }, 0],
})

export const keptExtensions = [KeptBlock, KeptInline, KeptMark]
