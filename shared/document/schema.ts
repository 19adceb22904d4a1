import { Extension, type Extensions, Mark, mergeAttributes, Node } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Document } from '@tiptap/extension-document'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import {
  type AgreementNodeType,
  BLOCK_CHANGE_ATTRIBUTES,
  CHANGE_ATTRIBUTES,
  CHANGEABLE_BLOCKS,
  NODE_ATTRIBUTES,
} from './node-types.ts'

const dataName = (attribute: string) =>
  `data-${attribute.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`

/** Every default is null: a default that is written into a block races with a partner who sets the field offline. */
const nullableAttributes = (names: readonly string[]) =>
  Object.fromEntries(
    names.map(name => [
      name,
      {
        default: null,
        parseHTML: (element: { getAttribute(name: string): string | null }) =>
          element.getAttribute(dataName(name)),
        renderHTML: (attributes: Record<string, unknown>) =>
          attributes[name] == null ? {} : { [dataName(name)]: attributes[name] },
      },
    ]),
  )

const agreementNode = (
  name: AgreementNodeType,
  options: { content?: string; group?: string; inline?: boolean; atom?: boolean },
) =>
  Node.create({
    name,
    content: options.content ?? '',
    ...(options.group === undefined ? {} : { group: options.group }),
    inline: options.inline ?? false,
    atom: options.atom ?? false,
    selectable: true,
    draggable: options.group === 'block',
    defining: options.group === 'block',
    isolating: options.group === 'block',
    addAttributes: () => nullableAttributes(NODE_ATTRIBUTES[name]),
    parseHTML: () => [{ tag: `${options.inline ? 'span' : 'div'}[data-node="${name}"]` }],
    renderHTML({ HTMLAttributes }) {
      const attributes = mergeAttributes(HTMLAttributes, { 'data-node': name })
      return options.inline ? ['span', attributes] : ['div', attributes, ...(options.content ? [0] : [])]
    },
  })

export const Party = agreementNode('party', { content: 'inline*', group: 'block' })
export const PartyRef = agreementNode('partyRef', { group: 'inline', inline: true, atom: true })
export const ShareTable = agreementNode('shareTable', { content: 'shareRow*', group: 'block' })
export const ShareRow = agreementNode('shareRow', { content: 'inline*' })
export const ServiceStep = agreementNode('serviceStep', { content: 'inline*', group: 'block' })
export const Duty = agreementNode('role', { content: 'inline*', group: 'block' })
export const Obligation = agreementNode('obligation', { content: 'inline*', group: 'block' })
export const Kpi = agreementNode('kpi', { content: 'kpiPart*', group: 'block' })
export const KpiPart = agreementNode('kpiPart', { content: 'inline*' })
export const ReviewClock = agreementNode('review', { content: 'inline*', group: 'block' })

/** Says what a stretch of text states. It holds no value: the value is parsed from the text, so the two cannot disagree. */
export const Term = Mark.create({
  name: 'term',
  // Typing on behind a marked date must not make the added words part of the date.
  inclusive: false,
  addAttributes: () => nullableAttributes(['kind', 'id']),
  parseHTML: () => [{ tag: 'span[data-mark="term"]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { 'data-mark': 'term' }), 0],
})

/** A change that somebody proposed in Word: its words are not agreed yet, and nobody's typing at its edge belongs to it. */
const proposedChange = (name: 'insertion' | 'deletion', tag: 'ins' | 'del') =>
  Mark.create({
    name,
    inclusive: false,
    addAttributes: () => nullableAttributes(CHANGE_ATTRIBUTES),
    parseHTML: () => [{ tag: `${tag}[data-mark="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes, { 'data-mark': name }), 0],
  })

export const Insertion = proposedChange('insertion', 'ins')
export const Deletion = proposedChange('deletion', 'del')

/** The words that a comment is about; several comments may share them. What was said stands in the `discussion` room. */
export const CommentAnchor = Mark.create({
  name: 'comment',
  inclusive: false,
  excludes: '',
  addAttributes: () => nullableAttributes(['id']),
  parseHTML: () => [{ tag: 'span[data-mark="comment"]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-mark': 'comment' }),
    0,
  ],
})

/** Every block has a stable id: terms, links and merge review point at it. */
const BLOCKS_OF_THE_KIT = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
]

const BlockAttributes = Extension.create({
  name: 'blockAttributes',
  addGlobalAttributes: () => [
    { types: BLOCKS_OF_THE_KIT, attributes: nullableAttributes(['id']) },
    { types: ['paragraph', 'heading'], attributes: nullableAttributes(['textAlign']) },
    { types: [...CHANGEABLE_BLOCKS], attributes: nullableAttributes(BLOCK_CHANGE_ATTRIBUTES) },
  ],
})

/** All node types that carry an `id`. */
export const BLOCKS_WITH_ID: readonly string[] = [
  ...BLOCKS_OF_THE_KIT,
  ...Object.keys(NODE_ATTRIBUTES).filter(name => name !== 'partyRef'),
]

/** Nodes that Parley adds and that get a view in the editor, by type. */
export const agreementNodes = {
  party: Party,
  partyRef: PartyRef,
  shareTable: ShareTable,
  shareRow: ShareRow,
  serviceStep: ServiceStep,
  role: Duty,
  obligation: Obligation,
  kpi: Kpi,
  kpiPart: KpiPart,
  review: ReviewClock,
} satisfies Record<AgreementNodeType, Node>

/**
 * The text schema that both word processors and agreements share: StarterKit and tables.
 * Content expressions use `*` where the kit has `+`: two people who each delete one of two children would otherwise
 * leave an invalid container, and the binding deletes those. Undo is left to Yjs, and no paragraph is added by itself
 * at the end, because each client would add its own.
 */
export const textExtensions: Extensions = [
  StarterKit.configure({
    undoRedo: false,
    trailingNode: false,
    document: false,
    blockquote: false,
    bulletList: false,
    orderedList: false,
    listItem: false,
    link: {
      openOnClick: false,
      autolink: false,
      protocols: ['http', 'https', 'mailto'],
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  Document.extend({ content: 'block*' }),
  Blockquote.extend({ content: 'block*' }),
  BulletList.extend({ content: 'listItem*' }),
  OrderedList.extend({ content: 'listItem*' }),
  ListItem.extend({ content: 'block*' }),
  Table.extend({ content: 'tableRow*' }),
  TableRow,
  TableHeader.extend({ content: 'block*' }),
  TableCell.extend({ content: 'block*' }),
  BlockAttributes,
]

/** Every node and mark that may stand in an agreement, without views: the same on each client and on the server. */
export const schemaExtensions: Extensions = [
  ...textExtensions,
  ...Object.values(agreementNodes),
  Term,
  Insertion,
  Deletion,
  CommentAnchor,
]
