import type { LibraryEntry } from '../local/library-entry.ts'

/** What removing an agreement from this device costs. `final` means that something is gone for good. */
export function removalLoss(entry: LibraryEntry): { readonly final: boolean; readonly what: string } {
  if (entry.server === null)
    return {
      final: true,
      what: 'This agreement is only on this device. If you remove it, its text is gone for good, and nobody can bring it back.',
    }
  if (entry.left)
    return {
      final: true,
      what: 'You no longer belong to this agreement, so you cannot fetch it again. If you remove it, the copy on this device is gone for good.',
    }
  if (entry.waiting > 0)
    return {
      final: true,
      what: `${entry.waiting === 1 ? '1 change has' : `${entry.waiting} changes have`} not reached the others yet. If you remove the agreement now, ${entry.waiting === 1 ? 'that change is' : 'those changes are'} gone for good. Everything else stays with the other members, and comes back to your list when you are online.`,
    }
  return {
    final: false,
    what: 'The copy on this device is deleted. Nothing is lost for anyone: the agreement stays in your list and is fetched again when you open it with a network.',
  }
}
