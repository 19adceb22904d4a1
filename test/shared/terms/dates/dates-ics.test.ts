import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleAgreement } from '../../../../shared/agreement/templates/template-for.ts'
import type { AgreementDate } from '../../../../shared/terms/dates/agreement-date.ts'
import { agreementDates } from '../../../../shared/terms/dates/agreement-dates.ts'
import { datesIcs } from '../../../../shared/terms/dates/dates-ics.ts'
import { extractTerms } from '../../../../shared/terms/extract-terms.ts'
import { partyNames } from '../../../../shared/terms/readable-text.ts'

const calendar = {
  title: 'Delivery, partnership',
  agreementId: 'agreement-1',
  writtenAt: '2026-11-23T16:00:00.123Z',
  nameOf: (id: string) => id.toUpperCase(),
}

const entry = (over: Partial<AgreementDate> = {}): AgreementDate => ({
  id: 'block:review',
  blockId: 'block',
  clauseId: null,
  kind: 'review',
  date: '2027-12-31',
  title: 'Review',
  detail: '',
  partyId: null,
  repeats: null,
  until: null,
  computedFrom: null,
  ...over,
})

const raw = (dates: readonly AgreementDate[]) => datesIcs(dates, calendar)
/** Unfolded content lines. */
const lines = (dates: readonly AgreementDate[]) => raw(dates).replace(/\r\n /g, '').split('\r\n').slice(0, -1)
const value = (name: string, date: AgreementDate) =>
  lines([date])
    .find(line => line.startsWith(name))
    ?.slice(name.length + 1)
const unescaped = (text = '') => text.replace(/\\([\\;,nN])/g, (_, c) => (/n/i.test(c) ? '\n' : c))

describe('datesIcs', () => {
  test('writes an event of one day with a stamp that was given and an id that stays', () => {
    expect(lines([entry()])).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Parley//Agreement dates//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Delivery\\, partnership',
      'X-WR-CALNAME:Delivery\\, partnership',
      'BEGIN:VEVENT',
      'UID:block:review@agreement-1.parley',
      'DTSTAMP:20261123T160000Z',
      'DTSTART;VALUE=DATE:20271231',
      'DTEND;VALUE=DATE:20280101',
      'SUMMARY:Review',
      'DESCRIPTION:Delivery\\, partnership',
      'CATEGORIES:REVIEW',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
  })

  test.each([
    ['2027-04-01', 'P3M', null, 'FREQ=MONTHLY;INTERVAL=3'],
    ['2027-04-01', 'P1Y6M', null, 'FREQ=MONTHLY;INTERVAL=18'],
    ['2027-04-01', 'P2Y', '2030-03-31', 'FREQ=YEARLY;INTERVAL=2;UNTIL=20300331'],
    ['2027-04-01', 'P2W', null, 'FREQ=DAILY;INTERVAL=14'],
    ['2027-01-31', 'P1M', null, 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
    ['2027-01-29', 'P1M', null, 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29;BYSETPOS=-1'],
    ['2028-02-29', 'P1Y', null, 'FREQ=YEARLY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1'],
    ['2027-04-01', 'P1M10D', null, undefined],
    ['2027-04-01', 'often', null, undefined],
  ])('of %s every %s until %s has the rule %s', (date, repeats, until, rule) => {
    expect(value('RRULE', entry({ date, repeats, until }))).toBe(rule)
  })

  test('says in words what has no rule, whose turn it is and from what it was counted', () => {
    const date = entry({
      repeats: 'P1M10D',
      partyId: 'ada',
      computedFrom: '1 May 2027 and 1 year',
      detail: 'Note; it',
    })
    expect(value('SUMMARY', date)).toBe('ADA: Review')
    expect(unescaped(value('DESCRIPTION', date))).toBe(
      'Note; it\nCounted: 1 May 2027 and 1 year.\nRecurs in periods of P1M10D.\nDelivery, partnership',
    )
  })

  test('keeps every line within 75 octets and whole characters, and gives the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 60, maxLength: 300 }), title => {
        const text = raw([entry({ title })])
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(text).not.toMatch(/\p{Cs}/u)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const expected = title.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ')
        expect(unescaped(value('SUMMARY', entry({ title })))).toBe(expected)
      }),
    )
  })

  test.each(['a', 'é', '漢', '😀', '\\'])('folds at 75 octets: %s', letter => {
    const widths = raw([entry({ title: letter.repeat(200) })])
      .split('\r\n')
      .map(line => Buffer.byteLength(line))
    expect(Math.max(...widths)).toBeLessThanOrEqual(75)
    expect(Math.max(...widths)).toBeGreaterThan(75 - Buffer.byteLength(letter))
  })

  test('lets no text begin a line of its own', () => {
    const text = raw([
      entry({ title: 'a\r\nEND:VCALENDAR', detail: 'b\nBEGIN:VALARM\u2028', id: 'x\nUID:y' }),
    ])
    expect(text.match(/^(END:VCALENDAR|BEGIN:VALARM|UID:y)/gm)).toEqual(['END:VCALENDAR'])
  })

  test('has an event for each date of the sample, each id once', () => {
    const { title, body } = sampleAgreement()
    const terms = extractTerms(body, title)
    const dates = agreementDates(terms)
    const written = datesIcs(dates, { ...calendar, nameOf: partyNames(terms.parties) })
    const ids = [...written.replace(/\r\n /g, '').matchAll(/^UID:(.*)$/gm)].map(match => match[1])
    expect(ids).toHaveLength(dates.length)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
