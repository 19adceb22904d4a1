import type { Editor } from '@tiptap/core'
import { resolveThread, type Thread } from '../../shared/document/threads.ts'
import { ChangesPanel } from '../changes/changes-panel.tsx'
import type { WorkspaceParts } from './frame/workspace-parts.ts'

/** Proposed changes and comments, beside the text that they are about. */
export const ChangesTab = ({ changes, threads, editor, editable, onJump, session }: WorkspaceParts) => (
  <ChangesPanel
    changes={changes}
    threads={threads}
    editor={editor}
    editable={editable}
    onJump={onJump}
    onShowThread={id => {
      const blockId = editor && blockOfThread(editor, id)
      if (blockId) onJump(blockId)
    }}
    onResolve={(id, resolved) => resolveThread(session.discussion, id, resolved)}
  />
)

/** How many proposals and open comments wait. */
export const waitingOf = ({ changes, threads }: Pick<WorkspaceParts, 'changes' | 'threads'>): number =>
  changes.length + openThreads(threads)

export const openThreads = (threads: readonly Thread[]): number =>
  threads.filter(({ resolved }) => !resolved).length

/** The block with the first words that a comment is about; null where they are gone. */
function blockOfThread(editor: Editor, threadId: string): string | null {
  let found: string | null = null
  let block: unknown = null
  editor.state.doc.descendants(node => {
    if (found !== null) return false
    if (node.isTextblock) block = node.attrs.id
    if (node.marks.some(mark => mark.type.name === 'comment' && mark.attrs.id === threadId))
      found = typeof block === 'string' ? block : null
    return found === null
  })
  return found
}
