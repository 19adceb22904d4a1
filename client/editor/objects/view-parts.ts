import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { ObjectDirectory } from './object-directory.ts'
import type { ObjectTools } from './object-tools.ts'

/** What the view of an object is given. */
export interface ViewParts {
  readonly node: Node
  readonly view: EditorView
  readonly getPos: () => number | undefined
  readonly directory: ObjectDirectory
  readonly tools: ObjectTools
}
