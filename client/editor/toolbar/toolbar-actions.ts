import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconBooks,
  IconBuilding,
  IconCalendarRepeat,
  IconChartBar,
  IconChecklist,
  IconCircleDotted,
  IconH1,
  IconH2,
  IconH3,
  IconIndentDecrease,
  IconIndentIncrease,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPercentage,
  IconPilcrow,
  IconRoute,
  IconSeparator,
  IconStrikethrough,
  IconTable,
  IconTag,
  IconUnderline,
  IconUserStar,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { insertObject } from '../objects/object-content.ts'
import type { ObjectType } from '../objects/object-specs.ts'
import { indent, outdent } from '../shortcuts.ts'
import { insertTable } from './table-actions.ts'

/** Something that the editor can do: the toolbar, the slash menu and the help dialog show the same list. */
export interface EditorAction {
  readonly id: string
  readonly label: string
  readonly icon: typeof IconBold
  /** In TipTap's notation: `Mod` is Ctrl, and Cmd on a Mac. */
  readonly shortcut?: string
  readonly run: (editor: Editor) => boolean
  readonly isActive?: (editor: Editor) => boolean
  readonly isEnabled?: (editor: Editor) => boolean
  /** Further words by which the slash menu finds it. */
  readonly keywords?: string
}

const mark = (
  id: string,
  label: string,
  icon: EditorAction['icon'],
  shortcut: string,
  name = id,
): EditorAction => ({
  id,
  label,
  icon,
  shortcut,
  run: editor => editor.chain().focus().toggleMark(name).run(),
  isActive: editor => editor.isActive(name),
})

export const UNDO: EditorAction = {
  id: 'undo',
  label: 'Undo my last change',
  icon: IconArrowBackUp,
  shortcut: 'Mod-Z',
  run: editor => editor.chain().focus().undo().run(),
  isEnabled: editor => editor.storage.bodySync.undoManager?.canUndo() === true,
}

export const REDO: EditorAction = {
  id: 'redo',
  label: 'Redo',
  icon: IconArrowForwardUp,
  shortcut: 'Mod-Y',
  run: editor => editor.chain().focus().redo().run(),
  isEnabled: editor => editor.storage.bodySync.undoManager?.canRedo() === true,
}

const clause = (level: 1 | 2 | 3, icon: EditorAction['icon']): EditorAction => ({
  id: `clause-${level}`,
  label: ['Clause', 'Sub-clause', 'Sub-sub-clause'][level - 1] ?? 'Clause',
  icon,
  shortcut: `Mod-Alt-${level}`,
  run: editor => editor.chain().focus().setHeading({ level }).run(),
  isActive: editor => editor.isActive('heading', { level }),
  keywords: `heading ${level} section article title`,
})

export const STYLES: readonly EditorAction[] = [
  {
    id: 'paragraph',
    label: 'Text',
    icon: IconPilcrow,
    shortcut: 'Mod-Alt-0',
    run: editor => editor.chain().focus().setParagraph().run(),
    isActive: editor => editor.isActive('paragraph'),
    keywords: 'paragraph normal body',
  },
  clause(1, IconH1),
  clause(2, IconH2),
  clause(3, IconH3),
]

export const MARKS: readonly EditorAction[] = [
  mark('bold', 'Bold', IconBold, 'Mod-B'),
  mark('italic', 'Italic', IconItalic, 'Mod-I'),
  mark('underline', 'Underline', IconUnderline, 'Mod-U'),
  mark('strike', 'Strike through', IconStrikethrough, 'Mod-Shift-S'),
]

export const BLOCKS: readonly EditorAction[] = [
  {
    id: 'bullets',
    label: 'List',
    icon: IconList,
    shortcut: 'Mod-Shift-L',
    run: editor => editor.chain().focus().toggleBulletList().run(),
    isActive: editor => editor.isActive('bulletList'),
    keywords: 'bullets unordered',
  },
  {
    id: 'numbers',
    label: 'Numbered list',
    icon: IconListNumbers,
    shortcut: 'Mod-Shift-7',
    run: editor => editor.chain().focus().toggleOrderedList().run(),
    isActive: editor => editor.isActive('orderedList'),
    keywords: 'ordered 1 2 3',
  },
  {
    id: 'outdent',
    label: 'Move out a level',
    icon: IconIndentDecrease,
    shortcut: 'Alt-Shift-ArrowLeft',
    run: editor => outdent(editor),
    isEnabled: editor => editor.isActive('listItem') || editor.isActive('heading'),
  },
  {
    id: 'indent',
    label: 'Move in a level',
    icon: IconIndentIncrease,
    shortcut: 'Alt-Shift-ArrowRight',
    run: editor => indent(editor),
    isEnabled: editor => editor.isActive('listItem') || editor.isActive('heading'),
  },
  {
    id: 'quote',
    label: 'Quotation',
    icon: IconBlockquote,
    shortcut: 'Mod-Shift-B',
    run: editor => editor.chain().focus().toggleBlockquote().run(),
    isActive: editor => editor.isActive('blockquote'),
    keywords: 'quote recital indent',
  },
]

export const LINK_ICON = IconLink
export const TERM_ICON = IconTag

const object = (
  type: ObjectType,
  label: string,
  icon: EditorAction['icon'],
  keywords: string,
): EditorAction => ({ id: type, label, icon, keywords, run: editor => insertObject(editor, type) })

export const OBJECTS: readonly EditorAction[] = [
  object('party', 'Party', IconBuilding, 'partner organisation company signatory'),
  object('kpi', 'KPI definition', IconChartBar, 'indicator measure metric value target'),
  {
    id: 'kpi-library',
    label: 'KPI from the library',
    icon: IconBooks,
    keywords: 'indicator measure template example definition',
    run: editor => {
      editor.storage.objectTools.tools.openLibrary()
      return true
    },
  },
  object('shareTable', 'Share table', IconPercentage, 'cost benefit vote risk exit split percent'),
  object('serviceStep', 'Step of the chain of service', IconRoute, 'handover provider receiver process'),
  object('role', 'Role', IconUserStar, 'commissioner service manager chair duty'),
  object('obligation', 'Obligation', IconChecklist, 'shall duty task due'),
  object('review', 'Review', IconCalendarRepeat, 'clock revisit date cadence'),
]

export const PARTY_REFERENCE: EditorAction = {
  id: 'party-reference',
  label: 'Name of a party',
  icon: IconCircleDotted,
  keywords: 'mention reference @',
  // The list of parties opens on the sign itself, so that menu and keyboard lead to the same place.
  run: editor =>
    editor
      .chain()
      .focus()
      .insertContent(needsSpace(editor) ? ' @' : '@')
      .run(),
}

function needsSpace(editor: Editor): boolean {
  const { $from } = editor.state.selection
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 1),
    $from.parentOffset,
    '\n',
    '\ufffc',
  )
  return before !== '' && !/\s/.test(before)
}

export const TABLE: EditorAction = {
  id: 'table',
  label: 'Table',
  icon: IconTable,
  keywords: 'rows columns grid',
  run: editor => insertTable(editor),
}

export const RULE: EditorAction = {
  id: 'rule',
  label: 'Line across',
  icon: IconSeparator,
  keywords: 'horizontal rule divider separator',
  run: editor => editor.chain().focus().setHorizontalRule().run(),
}

/** What the slash menu offers, in order. */
export const INSERTABLE: readonly EditorAction[] = [
  ...STYLES.slice(1),
  ...OBJECTS,
  PARTY_REFERENCE,
  ...BLOCKS.filter(({ id }) => id === 'bullets' || id === 'numbers' || id === 'quote'),
  TABLE,
  RULE,
  ...STYLES.slice(0, 1),
]
