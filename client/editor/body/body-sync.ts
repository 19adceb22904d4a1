import { Extension } from '@tiptap/core'
import { Plugin, type PluginKey } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { BodyBinding, noteSelection } from './body-binding.ts'
import { holdsKept } from './holds-kept.ts'

export interface BodySyncOptions {
  readonly fragment: Y.XmlFragment | null
}

interface BodySyncStorage {
  binding: BodyBinding | null
  undoManager: Y.UndoManager | null
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    bodySync: {
      /** Takes back the user's own last change; a partner's changes stay. */
      undo: () => ReturnType
      redo: () => ReturnType
    }
  }
  interface Storage {
    bodySync: BodySyncStorage
  }
}

/**
 * Binds the editor to the shared text and undoes one's own changes only. The binding and the undo stack live as long as the
 * editor: ProseMirror destroys and remakes every plugin's view whenever a menu registers a plugin.
 */
export const BodySync = Extension.create<BodySyncOptions, BodySyncStorage>({
  name: 'bodySync',
  // Before all others: the shared text is in the editor before anyone looks at it.
  priority: 1000,

  addOptions: () => ({ fragment: null }),
  addStorage: () => ({ binding: null, undoManager: null }),

  onBeforeCreate() {
    const { fragment } = this.options
    if (!fragment) throw new Error('Defect: the editor was given no shared text')
    const binding = new BodyBinding(fragment, this.editor.schema)
    this.storage.binding = binding
    const undoManager = createUndoManager(binding)
    binding.onNewStep = () => undoManager.stopCapturing()
    binding.beginsStep = () => Date.now() - undoManager.lastChange >= undoManager.captureTimeout
    this.storage.undoManager = undoManager
  },

  onDestroy() {
    this.storage.undoManager?.destroy()
    this.storage.binding?.destroy()
  },

  addCommands() {
    const step = (direction: 'undo' | 'redo') => () => {
      const manager = this.storage.undoManager
      if (!manager || !this.editor.isEditable) return false
      return direction === 'undo' ? manager.undo() !== null : manager.redo() !== null
    }
    const can = (direction: 'undo' | 'redo') => {
      const manager = this.storage.undoManager
      return direction === 'undo' ? manager?.canUndo() === true : manager?.canRedo() === true
    }
    const command =
      (direction: 'undo' | 'redo') =>
      () =>
      ({ tr, dispatch }: { tr: { setMeta(key: string, value: unknown): unknown }; dispatch: unknown }) => {
        tr.setMeta('preventDispatch', true)
        return dispatch ? step(direction)() : can(direction)
      }
    return { undo: command('undo'), redo: command('redo') }
  },

  addKeyboardShortcuts() {
    return {
      'Mod-z': () => this.editor.commands.undo() || true,
      'Mod-y': () => this.editor.commands.redo() || true,
      'Shift-Mod-z': () => this.editor.commands.redo() || true,
    }
  },

  addProseMirrorPlugins() {
    const { binding } = this.storage
    return binding ? [syncPlugin(binding)] : []
  },
})

function createUndoManager(binding: BodyBinding): Y.UndoManager {
  const manager = new Y.UndoManager(binding.type, {
    trackedOrigins: new Set([ySyncPluginKey]),
    captureTransaction: transaction => transaction.meta.get('addToHistory') !== false,
    deleteFilter: item => mayUndo(item, binding),
  })
  manager.on('stack-item-added', ({ stackItem }) => noteSelection(stackItem, binding.selectionBefore))
  return manager
}

/**
 * Undo may not take along what others did: a block that I made stays when a partner has written into it (my own words in it
 * are gone by then, because what is inside goes first), and so does one that a newer version has put something into.
 */
function mayUndo(item: Y.Item, binding: BodyBinding): boolean {
  const own = item.content instanceof Y.ContentType ? item.content.type : null
  const holdsMore = (own instanceof Y.XmlElement || own instanceof Y.XmlText) && own.length > 0
  return !holdsMore && !holdsKept(item, binding)
}

function syncPlugin(binding: BodyBinding): Plugin {
  return new Plugin({
    key: ySyncPluginKey as PluginKey,
    state: {
      init: () => ({
        type: binding.type,
        doc: binding.doc,
        binding,
        snapshot: null,
        prevSnapshot: null,
        isChangeOrigin: false,
        isUndoRedoOperation: false,
        addToHistory: true,
      }),
      apply: (tr, value) => {
        const change = tr.getMeta(ySyncPluginKey) ?? {}
        return {
          ...value,
          addToHistory: tr.docChanged ? tr.getMeta('addToHistory') !== false : value.addToHistory,
          isChangeOrigin: change.isChangeOrigin === true,
          isUndoRedoOperation: change.isUndoRedoOperation === true,
        }
      },
    },
    view: view => {
      binding.attach(view)
      return {
        update: (updated, before) => {
          const state = ySyncPluginKey.getState(updated.state)
          binding.send(updated, before, state.addToHistory)
        },
        destroy: () => binding.detach(view),
      }
    },
  })
}
