import { type NodeJson, stringAttribute } from './document-json.ts'

/**
 * The id of a node, or `@` and its place (`@3.0`: first child of the fourth block) where it has none. The same text gives
 * the same ids; no real id begins with `@`.
 */
export function blockIdAt(node: NodeJson, path: readonly number[]): string {
  return stringAttribute(node, 'id') || `@${path.join('.')}`
}
