import type { LogRow, RoomRecord, Transaction } from './database.ts'
import {
  appendRows,
  clearWaiting,
  findRoom,
  type NewRow,
  newRoom,
  type Reading,
  readRows,
} from './room-rows.ts'

/** What a log brings to one transaction. `room`, `seq` and `born`: where it writes and how far it has read in which birth of it. */
export interface ExchangeRequest {
  readonly room: string
  readonly seq: number
  readonly born: number | null
  readonly rows: readonly NewRow[]
  /** The server has every row up to `upTo` and the rows `also`. */
  readonly acknowledged: { readonly upTo: number; readonly also: readonly number[] } | null
  /** Everything in the document as one row, for when the room was cleared behind the log's back. */
  readonly rescue: (() => NewRow) | null
}

export interface ExchangeOutcome {
  /** The room as it is now, under another name when it was moved; null while nothing was ever written. */
  readonly record: RoomRecord | null
  /** Rows of other tabs that the log has not read. */
  readonly foreign: readonly LogRow[]
  /** `seq` of the first of the request's rows. */
  readonly firstSeq: number
  /** The room was cleared and nothing was put back, for want of `rescue`. */
  readonly cleared: boolean
}

/** Somebody cleared the site's data while a tab holds the text, perhaps another tab has begun anew since. */
const wasCleared = (record: RoomRecord | null, { room, born }: ExchangeRequest) =>
  born !== null && (record === null || (record.room === room && record.born !== born))

/** Reads what other tabs wrote. */
export async function readRoom(transaction: Reading, request: ExchangeRequest): Promise<ExchangeOutcome> {
  const record = await findRoom(transaction, request.room)
  const cleared = wasCleared(record, request)
  const seen = record?.room === request.room && !cleared ? request.seq : 0
  const foreign = record ? await readRows(transaction, record.room, seen) : []
  return { record, foreign, firstSeq: 0, cleared }
}

/** Reads what other tabs wrote and writes behind it: no row can come between, so that the log has read all below its own. */
export async function exchangeRows(
  transaction: Transaction<'readwrite'>,
  request: ExchangeRequest,
): Promise<ExchangeOutcome> {
  const before = await readRoom(transaction, request)
  const { acknowledged, rescue, room, rows } = request
  let record = before.record ?? newRoom(room)
  if (before.cleared) record = await appendRows(transaction, record, rescue ? [rescue()] : [])
  else if (acknowledged && record.room === room)
    record = await clearWaiting(transaction, record, acknowledged.upTo, acknowledged.also)
  const firstSeq = record.lastSeq + 1
  record = await appendRows(transaction, record, rows)
  return { record, foreign: before.foreign, firstSeq, cleared: false }
}
