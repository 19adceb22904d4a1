import type { FindingKind } from '../finding.ts'
import { type Found, inText, type Reading } from '../reading.ts'
import type { SentenceReader } from '../sentence-memory.ts'
import { periodsIn } from '../values/periods-in.ts'

interface PeriodRule {
  readonly kind: FindingKind
  readonly rule: string
  /** What the sentence is about. */
  readonly about: RegExp
  /** What stands before or behind the length of time. */
  readonly before: RegExp
  readonly after: RegExp
  readonly never: RegExp
}

const RULES: readonly PeriodRule[] = [
  {
    kind: 'confidentiality-period',
    rule: 'how long confidence is kept',
    about: /\b(?:confiden\w*|non-?disclos\w*|secre(?:t|cy))\b/i,
    before:
      /\b(?:surviv\w*|for (?:a |the )?(?:further |additional )?(?:period|term)|period of|continue|remain|until|during|for|in (?:full )?(?:force|effect))\b[^.;]{0,60}$/i,
    after:
      /^[^.;]{0,50}\b(?:after|following|from|thereafter|subsequent|of (?:the )?(?:disclosure|expir|terminat))|^\)?[.;,]?$/i,
    never: /\b(?:within|notice|return|destroy|days' prior|trade secrets? shall)\b[^.;]{0,40}$/i,
  },
  {
    kind: 'payment-term',
    rule: 'by when is paid',
    about: /\b(?:pay(?:s|able|ments?|ment)?|paid|invoices?d?|remit\w*|due)\b/i,
    before: /\b(?:within|net|no(?:t)? later than|due|by|not more than|in)\b[^.;]{0,20}$/i,
    after:
      /^'?\)?[^.;]{0,60}\b(?:(?:of|after|from|following) (?:the )?(?:date |receipt|invoice|its receipt|delivery|end|the end|close|month|(?:such |each )?(?:calendar )?(?:month|quarter)|presentation|submission|billing)|net|of (?:an?|each|such) invoice)/i,
    never: /\b(?:terminat\w*|dispute|cure|breach|overdue|past due|late|delinquent|audit)\b[^.;]{0,60}$/i,
  },
]

/** Lengths of time that a sentence ties to one subject: how long confidence is kept, by when is paid. */
export const periodsOf = (reading: Reading): Found[] =>
  READERS.flatMap(read => inText(reading, reading.each(read)))

const READERS: readonly SentenceReader<readonly Found[]>[] = RULES.map(
  ({ kind, rule, about, before, after, never }) =>
    (sentence: string) => {
      if (!about.test(sentence)) return []
      return periodsIn(sentence).flatMap(period => {
        const left = sentence.slice(Math.max(0, period.start - 110), period.start)
        const right = sentence.slice(period.end, period.end + 90)
        if (!before.test(left) || !after.test(right) || never.test(left)) return []
        return [
          {
            kind,
            value: { kind: 'duration' as const, duration: period.iso },
            start: period.start,
            end: period.end,
            confidence: period.business ? 0.6 : 0.75,
            rule,
          },
        ]
      })
    },
)
