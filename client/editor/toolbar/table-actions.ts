import type { Editor } from '@tiptap/core'
import type { NodeJson } from '../../../shared/document/document-json.ts'
import { insertBlock } from '../objects/object-content.ts'

const ROWS = 3
const COLUMNS = 3

/** Cells come with a paragraph: the schema allows them empty, but nobody can write into an empty one. */
const cell = (type: 'tableHeader' | 'tableCell'): NodeJson => ({ type, content: [{ type: 'paragraph' }] })

export function insertTable(editor: Editor): boolean {
  const row = (index: number): NodeJson => ({
    type: 'tableRow',
    content: Array.from({ length: COLUMNS }, () => cell(index === 0 ? 'tableHeader' : 'tableCell')),
  })
  return (
    insertBlock(editor, {
      type: 'table',
      content: Array.from({ length: ROWS }, (_, index) => row(index)),
    }) !== null
  )
}

export interface TableAction {
  readonly id: string
  readonly label: string
  readonly run: (editor: Editor) => boolean
  readonly isDangerous?: boolean
}

/** What can be done with the table that the caret is in. */
export const TABLE_ACTIONS: readonly TableAction[] = [
  { id: 'row-above', label: 'Row above', run: editor => editor.chain().focus().addRowBefore().run() },
  { id: 'row-below', label: 'Row below', run: editor => editor.chain().focus().addRowAfter().run() },
  {
    id: 'column-left',
    label: 'Column to the left',
    run: editor => editor.chain().focus().addColumnBefore().run(),
  },
  {
    id: 'column-right',
    label: 'Column to the right',
    run: editor => editor.chain().focus().addColumnAfter().run(),
  },
  {
    id: 'header-row',
    label: 'Heading row on or off',
    run: editor => editor.chain().focus().toggleHeaderRow().run(),
  },
  { id: 'merge', label: 'Merge or split cells', run: editor => editor.chain().focus().mergeOrSplit().run() },
  {
    id: 'delete-row',
    label: 'Delete row',
    run: editor => editor.chain().focus().deleteRow().run(),
    isDangerous: true,
  },
  {
    id: 'delete-column',
    label: 'Delete column',
    run: editor => editor.chain().focus().deleteColumn().run(),
    isDangerous: true,
  },
  {
    id: 'delete-table',
    label: 'Delete table',
    run: editor => editor.chain().focus().deleteTable().run(),
    isDangerous: true,
  },
]
