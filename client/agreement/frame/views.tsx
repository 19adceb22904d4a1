import type { WorkspaceView } from './workspace-parts.ts'

/** What can stand in the place of the text, in the order of the navigation. One entry adds a view and its address. */
export const VIEWS: readonly WorkspaceView[] = []

/** The view that an address names; null for the text and for a name that is no view. */
export const viewNamed = (id: string | undefined): WorkspaceView | null =>
  VIEWS.find(view => view.id === id) ?? null
