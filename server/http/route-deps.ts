import type { Accounts } from '../accounts.ts'
import type { PdfRenderer } from '../export/pdf-input.ts'
import type { Comparer } from '../export/redline/comparer.ts'
import type { SealingUseCases } from '../sealing/use-cases.ts'
import type { Verifier } from '../sealing/verifier.ts'
import type { AgreementStore } from '../store/agreement-store.ts'
import type { CalendarFeeds } from '../store/calendar-feeds.ts'
import type { RecordStore } from '../store/record-store.ts'
import type { LiveRooms } from '../sync/live-rooms.ts'
import type { BodyReader } from '../terms/body-reader.ts'
import type { TermsKeeper } from '../terms/terms-keeper.ts'
import type { TextExtractor } from '../terms/text-extractor.ts'
import type { AgreementViews } from './agreement-views.ts'

/** What the routes work with. */
export interface RouteDeps {
  readonly accounts: Accounts
  readonly agreements: AgreementStore
  readonly calendars: CalendarFeeds
  readonly rooms: LiveRooms
  readonly record: Pick<RecordStore, 'head' | 'read'>
  readonly reader: BodyReader
  readonly terms: TermsKeeper
  readonly renderer: PdfRenderer
  readonly comparer: Comparer
  readonly sealing: SealingUseCases
  readonly verifier: Verifier
  readonly extractor: TextExtractor
  readonly views: AgreementViews
  readonly publicUrl: string | null
  /** Epoch ms. */
  readonly now: () => number
}
