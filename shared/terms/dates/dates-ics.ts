import type { AgreementDate } from './agreement-date.ts'
import { nextDay, periodOf } from './periods.ts'

/** What a calendar of an agreement needs beside its dates. */
export interface CalendarOf {
  readonly title: string
  /** Makes the ids of the events unique in the world; the same for each calendar of the agreement. */
  readonly agreementId: string
  /** When it is written, ISO with milliseconds or without, in UTC (`2026-11-23T16:00:00Z`). */
  readonly writtenAt: string
  /** What the party is called whose turn it is. */
  readonly nameOf: (partyId: string) => string
}

/**
 * The dates as a calendar, RFC 5545, one event of a whole day each: lines of at most 75 octets ended by CRLF, text escaped,
 * ids that stay when a date moves. A period that mixes months and days has no rule there: its event stands once and its
 * description says that it recurs. Without dates it has no event, which readers accept though the RFC wants one.
 */
export function datesIcs(dates: readonly AgreementDate[], calendar: CalendarOf): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parley//Agreement dates//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(calendar.title)}`,
    `X-WR-CALNAME:${escaped(calendar.title)}`,
    ...dates.flatMap(entry => eventLines(entry, calendar)),
    'END:VCALENDAR',
  ]
    .map(line => `${folded(line)}\r\n`)
    .join('')
}

function eventLines(entry: AgreementDate, { title, agreementId, writtenAt, nameOf }: CalendarOf): string[] {
  const rule = recurrenceRule(entry)
  const description = [
    entry.detail,
    entry.computedFrom && `Counted: ${entry.computedFrom}.`,
    entry.repeats && !rule && `Recurs in periods of ${entry.repeats}.`,
    title,
  ].filter(Boolean)
  const summary = entry.partyId === null ? entry.title : `${nameOf(entry.partyId)}: ${entry.title}`
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(`${entry.id}@${agreementId}.parley`)}`,
    `DTSTAMP:${writtenAt.replace(/\.\d+/, '').replace(/[-:]/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(entry.date)}`,
    `DTEND;VALUE=DATE:${compact(nextDay(entry.date) ?? entry.date)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description.join('\n'))}`,
    `CATEGORIES:${entry.kind.toUpperCase()}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const compact = (day: string) => day.replace(/-/g, '')

/** Readers skip months that lack the 29th to 31st; the rule then names the last day that the month has up to it. */
function recurrenceRule({ date, repeats, until }: AgreementDate): string | null {
  const period = repeats === null ? null : periodOf(repeats)
  if (!period || (period.months > 0 && period.days > 0)) return null
  const end = until === null ? '' : `;UNTIL=${compact(until)}`
  if (period.days > 0) return `FREQ=DAILY;INTERVAL=${period.days}${end}`
  const day = Number(date.slice(8))
  const days = Array.from({ length: day - 27 }, (_, index) => 28 + index)
  const lastOf = day > 28 ? `;BYMONTHDAY=${days.join(',')};BYSETPOS=-1` : ''
  if (period.months % 12 > 0) return `FREQ=MONTHLY;INTERVAL=${period.months}${lastOf}${end}`
  const inMonth = lastOf && `;BYMONTH=${Number(date.slice(5, 7))}${lastOf}`
  return `FREQ=YEARLY;INTERVAL=${period.months / 12}${inMonth}${end}`
}

/** TEXT of RFC 5545, 3.3.11; control characters have no place there. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
}

const MAX_OCTETS = 75

/** Folded between characters: a line that is cut inside one is unreadable until it is unfolded. */
function folded(line: string): string {
  let out = ''
  let octets = 0
  for (const character of line) {
    const size = utf8Length(character.codePointAt(0) ?? 0)
    if (octets + size > MAX_OCTETS) {
      out += '\r\n '
      octets = 1
    }
    out += character
    octets += size
  }
  return out
}

const utf8Length = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
