import type { SentenceReader } from '../../sentence-memory.ts'
import { FeatureBuckets } from '../../text/bucket-of.ts'
import { binOf, stemsOf } from '../../text/stems.ts'
import { datesIn } from '../../values/dates-in.ts'
import { endsIn } from '../../values/ends-in.ts'
import { periodsIn } from '../../values/periods-in.ts'
import { paperOf } from '../dates/date-of-paper.ts'
import { formRow } from '../form-row.ts'
import { CANDIDATE_BUCKETS, type Candidate } from './candidate.ts'

const HEADING = 80
/** A sentence with more dates than this is a table, and none of them says how the agreement stands. */
const MOST = 24
const BEFORE = 220
const BEHIND = 160

/** The candidates of a sentence, with what the words around them tell. Offsets are those of the sentence. */
export const candidatesOfSentence: SentenceReader<readonly Candidate[]> = (sentence, before) => {
  if (!/\d|hundred|thousand|nineteen|year|month|week|day/i.test(sentence)) return []
  const dates = datesIn(sentence)
  const heading = before.length < HEADING ? wordsOf(before) : []
  const row = formRow(sentence)
  const label = row ? wordsOf(row.label) : []
  const featuresOf = (start: number, end: number, own: readonly string[]) => {
    const features = new FeatureBuckets(CANDIDATE_BUCKETS)
    for (const feature of own) features.add(feature)
    addWordsAround(features, sentence, start, end)
    features.addAll('h', heading)
    if (row && row.value <= start) {
      features.add('row')
      features.addAll('l', label)
    }
    features.add(`s:${binOf(sentence.length, [15, 30, 60, 120, 300])}`)
    return features.all()
  }
  return [
    ...endsIn(sentence, dates)
      .slice(0, MOST)
      .map(({ start, end, date }) => ({
        start,
        end,
        value: { kind: 'date' as const, date },
        isEnd: !dates.some(other => other.start === start),
        features: featuresOf(
          start,
          end,
          dayOf(date, paperOf(sentence.slice(Math.max(0, start - 300), start))),
        ),
      })),
    ...periodsIn(sentence)
      .filter(({ business }) => !business)
      .slice(0, MOST)
      .map(({ start, end, iso }) => ({
        start,
        end,
        value: { kind: 'duration' as const, duration: iso },
        isEnd: false,
        features: featuresOf(start, end, [`length:${iso}`, `unit:${iso.at(-1)}`]),
      })),
  ]
}

function dayOf(date: string, paper: string | null): string[] {
  const day = date.slice(8)
  return [
    'date',
    `paper:${paper}`,
    ...(day === '01' ? ['first of a month'] : []),
    ...(Number(day) >= 28 ? ['end of a month'] : []),
  ]
}

function addWordsAround(features: FeatureBuckets, sentence: string, start: number, end: number): void {
  const before = wordsOf(sentence.slice(Math.max(0, start - BEFORE), start)).reverse()
  if (start <= BEFORE) before.push('<')
  const behind = wordsOf(sentence.slice(end, end + BEHIND))
  if (sentence.length <= end + BEHIND) behind.push('>')
  features.addEach('b', before, 5)
  features.addEach('a', behind, 4)
  features.addAll('b', before, 8)
  features.addAll('bb', before, 30)
  features.addAll('a', behind, 6)
  features.addAll('aa', behind, 20)
}

const PARTS = /\p{L}+|\d+|[("):;,.§]/gu
const wordsOf = (text: string) => stemsOf(text, PARTS)
