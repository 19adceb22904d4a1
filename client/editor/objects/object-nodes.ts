import type { Extensions, NodeViewRendererProps, Node as TiptapNode } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import { agreementNodes } from '../../../shared/document/schema.ts'
import { KpiView } from './kpi-view.ts'
import { DirectoryExtension } from './object-directory.ts'
import { OBJECT_SPECS, type ObjectType } from './object-specs.ts'
import { ObjectView } from './object-view.ts'
import { PartyRefView } from './party-ref-view.ts'
import { KpiPartView, ShareRowView } from './row-views.ts'
import { ShareTableView } from './share-table-view.ts'
import type { ViewParts } from './view-parts.ts'

const partsOf = ({ node, view, getPos, editor }: NodeViewRendererProps): ViewParts => ({
  node,
  view,
  getPos,
  directory: editor.storage.objectDirectory.directory,
  tools: editor.storage.objectTools.tools,
})

const viewed = (node: TiptapNode, create: (parts: ViewParts) => NodeView) =>
  node.extend({ addNodeView: () => props => create(partsOf(props)) })

const simple = (type: Exclude<ObjectType, 'shareTable' | 'kpi'>) =>
  viewed(agreementNodes[type], parts => new ObjectView(parts, OBJECT_SPECS[type]))

/** A reference carries the party's name along when it is copied out of the editor. */
const partyRef = viewed(agreementNodes.partyRef, parts => new PartyRefView(parts)).extend({
  renderText({ node }) {
    return this.editor?.storage.objectDirectory.directory.nameOf(node.attrs.partyId ?? '') ?? ''
  },
  renderHTML({ node, HTMLAttributes }) {
    const name = this.editor?.storage.objectDirectory.directory.nameOf(node.attrs.partyId ?? '') ?? ''
    return ['span', { ...HTMLAttributes, 'data-node': 'partyRef' }, name]
  },
})

/** The nodes that Parley adds, with their views; schema and format are those of `agreementNodes`. */
export const objectNodes: Extensions = [
  DirectoryExtension,
  simple('party'),
  simple('serviceStep'),
  simple('role'),
  simple('obligation'),
  simple('review'),
  viewed(agreementNodes.kpi, parts => new KpiView(parts)),
  viewed(agreementNodes.kpiPart, parts => new KpiPartView(parts)),
  viewed(agreementNodes.shareTable, parts => new ShareTableView(parts)),
  viewed(agreementNodes.shareRow, parts => new ShareRowView(parts)),
  partyRef,
]
