import type { Model } from '../../shared/agreement/models.ts'
import type { AgreementSummary } from '../../shared/protocol/api.ts'

/**
 * An agreement as this device knows it, readable with no network. `ownerId` is the account it belongs to, null while it was
 * written without one (the next account that signs in on this device takes it along).
 */
export interface LibraryEntry {
  readonly id: string
  readonly ownerId: string | null
  readonly title: string
  readonly model: Model
  readonly createdAt: string
  readonly changedAt: string
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  /** What the server last said of it; null until it was created there. */
  readonly server: AgreementSummary | null
  /** Local changes of the text that the server has not acknowledged. */
  readonly waiting: number
  /** The server had it and lists it no more: this account was taken off it. The copy on this device stays. */
  readonly left: boolean
}
