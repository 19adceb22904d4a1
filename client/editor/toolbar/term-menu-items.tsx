import { Menu } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { TERM_KINDS } from '../../../shared/document/node-types.ts'
import { TERM_KIND_WORDS } from '../../../shared/terms/words.ts'
import { markTerm, unmarkTerm } from './term-actions.ts'

/** The kinds of facts that a selected text can be marked as, and the way to take a mark off. */
export const TermMenuItems = ({ editor, current }: { editor: Editor; current: string | null }) => (
  <>
    <Menu.Label>The selected words state</Menu.Label>
    {TERM_KINDS.map(kind => (
      <Menu.Item
        key={kind}
        onClick={() => markTerm(editor, kind)}
        {...(current === kind ? { 'aria-current': true, fw: 600 } : {})}
      >
        {TERM_KIND_WORDS[kind]}
      </Menu.Item>
    ))}
    {current !== null && (
      <>
        <Menu.Divider />
        <Menu.Item color="danger" onClick={() => unmarkTerm(editor)}>
          Take the mark off
        </Menu.Item>
      </>
    )}
  </>
)
