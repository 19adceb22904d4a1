import { Kbd, Modal } from '@mantine/core'
import classes from './shortcut-help.module.css'
import { shortcutInWords } from './toolbar/shortcut-words.ts'
import { BLOCKS, type EditorAction, MARKS, REDO, STYLES, UNDO } from './toolbar/toolbar-actions.ts'

interface Row {
  readonly label: string
  readonly shortcut: string
}

const fromActions = (actions: readonly EditorAction[]): Row[] =>
  actions.flatMap(({ label, shortcut }) => (shortcut ? [{ label, shortcut }] : []))

const SECTIONS: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
  {
    title: 'Text',
    rows: [
      ...fromActions([UNDO, REDO, ...MARKS]),
      { label: 'Link', shortcut: 'Mod-K' },
      { label: 'New line in the same paragraph', shortcut: 'Shift-Enter' },
    ],
  },
  { title: 'Clauses and lists', rows: fromActions([...STYLES, ...BLOCKS]) },
  {
    title: 'Parties, KPIs and other objects',
    rows: [
      { label: 'Insert anything', shortcut: '/' },
      { label: 'Name of a party', shortcut: '@' },
      { label: 'To the fields of an object, or the next cell', shortcut: 'Tab' },
      { label: 'To the fields above', shortcut: 'Shift-Tab' },
      { label: 'Change a field, or confirm it', shortcut: 'Enter' },
      { label: 'Select the whole object; then Delete removes it', shortcut: 'Escape' },
      { label: 'What can be done with the object', shortcut: 'Alt-Enter' },
    ],
  },
  {
    title: 'Suggested terms',
    rows: [
      { label: 'To the next suggestion', shortcut: 'Alt-F8' },
      { label: 'To the one before', shortcut: 'Alt-Shift-F8' },
      { label: 'Confirm the one that the caret is in', shortcut: 'Alt-Enter' },
      { label: 'Dismiss it for everyone', shortcut: 'Alt-Shift-Enter' },
    ],
  },
  {
    title: 'Getting around',
    rows: [
      { label: 'Move the block up', shortcut: 'Alt-Shift-ArrowUp' },
      { label: 'Move the block down', shortcut: 'Alt-Shift-ArrowDown' },
      { label: 'Duplicate the block', shortcut: 'Mod-Shift-D' },
      { label: 'To the toolbar', shortcut: 'Alt-F10' },
      { label: 'This help', shortcut: 'Mod-/' },
    ],
  },
]

export const ShortcutHelp = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => (
  <Modal opened={opened} onClose={onClose} title="Keyboard" size="lg">
    {SECTIONS.map(({ title, rows }) => (
      <table key={title} className={classes.table}>
        <caption>{title}</caption>
        <tbody>
          {rows.map(({ label, shortcut }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <Kbd>{shortcutInWords(shortcut)}</Kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    ))}
  </Modal>
)
