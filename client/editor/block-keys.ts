import { Extension } from '@tiptap/core'
import { blockOfSelection, duplicateBlock, moveBlock } from './block-actions.ts'

/** Keys for the block that the caret is in, as Word has them for paragraphs; and one to write it twice. */
export const BlockKeys = Extension.create({
  name: 'blockKeys',
  priority: 850,
  addKeyboardShortcuts() {
    const onBlock = (act: (pos: number) => boolean) => () => {
      const pos = blockOfSelection(this.editor.state)
      if (pos !== null) act(pos)
      return true
    }
    const { editor } = this
    return {
      'Alt-Shift-ArrowUp': onBlock(pos => moveBlock(editor.view, pos, 'up')),
      'Alt-Shift-ArrowDown': onBlock(pos => moveBlock(editor.view, pos, 'down')),
      'Mod-Shift-d': onBlock(pos => duplicateBlock(editor.view, pos)),
    }
  },
})
