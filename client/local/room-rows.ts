import * as Y from 'yjs'
import type { RoomName } from '../../shared/protocol/wire.ts'
import type { LogRow, RoomRecord, Table, Transaction } from './database.ts'

/** What a log asks of its room, each inside a transaction that the caller owns over `ROOM_TABLES`. */
export const ROOM_TABLES: Table[] = ['rooms', 'rows', 'waiting']

type Writing = Transaction<'readwrite'>
export type Reading = Transaction<'readonly'> | Writing

/** Rows with `after < seq <= upTo`. */
const between = (room: string, after: number, upTo = Number.MAX_SAFE_INTEGER) =>
  IDBKeyRange.bound([room, after], [room, upTo], true, false)

/** One person's copy of a room of an agreement on this device; `userId` is null without an account. */
export const localRoom = (agreementId: string, room: RoomName, userId: string | null) =>
  `${agreementId}/${room}@${userId ?? 'device'}`

/** A room that nothing was written to. */
export const newRoom = (room: string): RoomRecord => ({
  room,
  born: Math.random(),
  lastSeq: 0,
  waiting: 0,
  movedTo: null,
})

/** The record of the room, or of where it moved to; null where nothing was ever written or everything was cleared. */
export async function findRoom(transaction: Reading, room: string): Promise<RoomRecord | null> {
  const record = await transaction.objectStore('rooms').get(room)
  if (!record) return null
  return record.movedTo === null ? record : findRoom(transaction, record.movedTo)
}

export const readRows = (transaction: Reading, room: string, after: number): Promise<LogRow[]> =>
  transaction.objectStore('rows').getAll(between(room, after))

/** A row without its place; `waits` unless the server is known to have it. */
export interface NewRow extends Pick<LogRow, 'update' | 'origin' | 'changes' | 'at'> {
  readonly waits: boolean
}

/** Appends rows in order and gives the room's new record. */
export async function appendRows(
  transaction: Writing,
  record: RoomRecord,
  rows: readonly NewRow[],
): Promise<RoomRecord> {
  let { lastSeq, waiting } = record
  const { room } = record
  const requests: Promise<unknown>[] = []
  for (const { waits, ...row } of rows) {
    lastSeq += 1
    requests.push(transaction.objectStore('rows').add({ room, seq: lastSeq, ...row }))
    if (!waits) continue
    waiting += row.changes
    requests.push(transaction.objectStore('waiting').add({ room, seq: lastSeq, changes: row.changes }))
  }
  const grown = { ...record, lastSeq, waiting }
  requests.push(transaction.objectStore('rooms').put(grown))
  await Promise.all(requests)
  return grown
}

/** The server has every row up to `upTo`, and those in `also`. */
export async function clearWaiting(
  transaction: Writing,
  record: RoomRecord,
  upTo: number,
  also: readonly number[],
): Promise<RoomRecord> {
  const waiting = transaction.objectStore('waiting')
  // A key range of nothing is an error, not an empty range.
  const marks = upTo > 0 ? await waiting.getAll(between(record.room, 0, upTo)) : []
  for (const seq of also) {
    const mark = seq > upTo ? await waiting.get([record.room, seq]) : undefined
    if (mark) marks.push(mark)
  }
  await Promise.all(marks.map(mark => waiting.delete([mark.room, mark.seq])))
  const cleared = marks.reduce((sum, mark) => sum + mark.changes, 0)
  const left = { ...record, waiting: record.waiting - cleared }
  await transaction.objectStore('rooms').put(left)
  return left
}

/**
 * Moves everything behind the rows that `to` may already have, and leaves a sign for tabs that write to `from`, also to those
 * that have not written yet.
 */
export async function moveRoom(transaction: Writing, from: string, to: string): Promise<void> {
  const rooms = transaction.objectStore('rooms')
  const old = await rooms.get(from)
  if (old && old.movedTo !== null) return
  const rows = await readRows(transaction, from, 0)
  const marks = await transaction.objectStore('waiting').getAll(between(from, 0))
  const waits = new Set(marks.map(mark => mark.seq))
  const target = (await findRoom(transaction, to)) ?? newRoom(to)
  await appendRows(
    transaction,
    target,
    rows.map(({ room: _, seq, ...row }) => ({ ...row, waits: waits.has(seq) })),
  )
  await deleteRows(transaction, from)
  await rooms.put({ ...(old ?? newRoom(from)), waiting: 0, movedTo: to })
}

async function deleteRows(transaction: Writing, room: string): Promise<void> {
  await transaction.objectStore('rows').delete(between(room, 0))
  await transaction.objectStore('waiting').delete(between(room, 0))
}

/** Takes the text off this device, and what was fetched of its record; the transaction covers that table too. */
export async function deleteRoom(transaction: Writing, room: string): Promise<void> {
  await deleteRows(transaction, room)
  await transaction.objectStore('rooms').delete(room)
  await transaction.objectStore('record').delete(between(room, -1))
}

/**
 * Merges rows, never the document: merged bytes keep deleted text, and no row can be forgotten that was not read here.
 * What waits and what does not stay apart, so that the count of waiting changes and one's own share of the text survive.
 * Each result takes the place of the last row in it, so that a tab that has read half of them reads the rest.
 */
export async function mergeRows(
  transaction: Writing,
  room: string,
  limits: { readonly settled: number; readonly waiting: number },
): Promise<void> {
  const record = await findRoom(transaction, room)
  if (!record) return
  const count = await transaction.objectStore('rows').count(between(record.room, 0))
  if (count <= Math.min(limits.settled, limits.waiting)) return
  const rows = await readRows(transaction, record.room, 0)
  const marks = await transaction.objectStore('waiting').getAll(between(record.room, 0))
  const waits = new Set(marks.map(mark => mark.seq))
  // What others wrote behind the first waiting change was written without it: merge review must be able to tell.
  const first = rows.findIndex(row => waits.has(row.seq))
  const settled = first < 0 ? rows : rows.slice(0, first)
  const others = rows.findIndex((row, place) => place > first && !waits.has(row.seq))
  const waiting = first < 0 ? [] : rows.slice(first, others < 0 ? rows.length : others)
  if (settled.length > limits.settled) await replaceByOne(transaction, settled)
  if (waiting.length > limits.waiting) {
    const merged = await replaceByOne(transaction, waiting)
    const store = transaction.objectStore('waiting')
    await Promise.all(waiting.map(row => store.delete([row.room, row.seq])))
    await store.put({ room: merged.room, seq: merged.seq, changes: merged.changes })
  }
}

/** What the server is not known to have, and what came from others since the first of it was written. */
export interface Unacknowledged {
  readonly own: readonly Uint8Array[]
  readonly others: readonly Uint8Array[]
}

/** Null while nothing waits. */
export async function readUnacknowledged(transaction: Reading, room: string): Promise<Unacknowledged | null> {
  const record = await findRoom(transaction, room)
  if (!record || record.waiting === 0) return null
  const marks = await transaction.objectStore('waiting').getAll(between(record.room, 0))
  const first = marks[0]
  if (!first) return null
  const waits = new Set(marks.map(mark => mark.seq))
  const rows = await readRows(transaction, record.room, first.seq - 1)
  return {
    own: rows.filter(row => waits.has(row.seq)).map(row => row.update),
    others: rows.filter(row => row.origin === 'remote').map(row => row.update),
  }
}

async function replaceByOne(transaction: Writing, rows: readonly LogRow[]): Promise<LogRow> {
  const last = rows.at(-1)
  if (!last) throw new Error('Defect: nothing to merge')
  const merged: LogRow = {
    ...last,
    update: Y.mergeUpdates(rows.map(row => row.update)),
    changes: rows.reduce((sum, row) => sum + row.changes, 0),
  }
  const store = transaction.objectStore('rows')
  await Promise.all(rows.map(row => store.delete([row.room, row.seq])))
  await store.put(merged)
  return merged
}
