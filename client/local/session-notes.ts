import type { SessionNews } from '../session/session-core.ts'
import type { EntryCache } from './entry-cache.ts'
import { ownerOf, roomOf } from './entry-rows.ts'
import type { StoredEntry } from './stored-entry.ts'
import { textFacts } from './text-facts.ts'

/** A pause in typing: the list is not written anew for each key. */
const NOTE_AFTER_MS = 400

/** Keeps the library in step with what happens in open sessions. */
export function createSessionNotes(cache: EntryCache, now: () => Date): (news: SessionNews) => void {
  const due = new Map<string, SessionNews>()

  const changeBy = (news: SessionNews, entry: StoredEntry): StoredEntry => {
    const facts = textFacts(news.body)
    // An empty text is one that has not come in yet, unless the person just emptied it.
    const isHere = news.typed || facts.title !== '' || facts.parties.length > 0
    return {
      ...entry,
      ...(isHere ? { ...facts, hasText: true } : {}),
      changedAt: news.typed ? now().toISOString() : entry.changedAt,
    }
  }

  const takeNote = async (news: SessionNews) => {
    const owner = ownerOf(news.userId)
    const entry = cache.find(news.agreementId)
    if (entry?.owner !== owner) return
    cache.noteWaiting(roomOf(entry), news.waiting)
    if (JSON.stringify(changeBy(news, entry)) === JSON.stringify(entry)) return
    await cache.change(entry, stored => changeBy(news, stored))
  }

  return news => {
    const key = `${news.agreementId}@${ownerOf(news.userId)}`
    const noted = due.get(key)
    due.set(key, { ...news, typed: news.typed || noted?.typed === true })
    if (noted) return
    setTimeout(() => {
      const last = due.get(key)
      due.delete(key)
      // A full disk is told by the session itself; the list catches up with the next note.
      if (last) takeNote(last).catch(() => undefined)
    }, NOTE_AFTER_MS)
  }
}
