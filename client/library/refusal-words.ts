import { unreachable } from '../../shared/result.ts'
import type { LibraryRefusal } from '../local/library.ts'

/** Why the library did not do it, and what the person can do. */
export function refusalWords(refusal: LibraryRefusal): string {
  switch (refusal.kind) {
    case 'storage-failed':
      return refusal.message
    case 'not-found':
      return 'This agreement is no longer on this device. Perhaps another tab removed it: load the page again.'
    case 'changes-wait':
      return `${refusal.waiting === 1 ? 'A change' : `${refusal.waiting} changes`} came in meanwhile and would be lost. Close this and look again.`
    default:
      return unreachable(refusal)
  }
}
