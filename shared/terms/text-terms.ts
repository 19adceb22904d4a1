import type { ClauseKind } from './recognise/clauses/clause-kind.ts'
import type { DisputeStep, FACT_KINDS, Finding } from './recognise/finding.ts'
import {
  type Recognition,
  recogniseBeside,
  recogniseText,
  type SentencesElsewhere,
} from './recognise/recognise-text.ts'
import { sentenceAround } from './sentence.ts'
import type { FactValue } from './terms.ts'

/** Where something stands in a text and how it was found. */
export interface TextPlace {
  /** The words that state it: `text.slice(start, end)`. */
  readonly text: string
  /** UTF-16 offsets into the text as given, `end` exclusive. */
  readonly start: number
  readonly end: number
  /** The sentence around it on one line, cut to 400 characters. */
  readonly sentence: string
  /** 0 to 1: how often a finding by this rule is right, by rough count. */
  readonly confidence: number
  readonly rule: string
}

export type TextFactKind = (typeof FACT_KINDS)[number]

/** What a fact of a text states: a value as facts of an agreement have, `open-ended` for an expiry, or a step by which disputes are settled. */
export type TextFactValue =
  | FactValue
  | { readonly kind: 'open-ended' }
  | { readonly kind: 'dispute-step'; readonly step: DisputeStep; readonly place: string | null }

export interface TextFact extends TextPlace {
  readonly kind: TextFactKind
  readonly value: TextFactValue
}

/** An organisation that the text names as a party. `shortName` is the first of `shortNames`, null where it has none. */
export interface TextParty extends TextPlace {
  readonly name: string
  readonly shortName: string | null
  readonly shortNames: readonly string[]
}

/** A measure with its figures as written: decimals without thousands marks, the unit and the rhythm in words. */
export interface TextKpi extends TextPlace {
  readonly name: string
  readonly unit: string | null
  readonly baseline: string | null
  readonly target: string | null
  readonly cadence: string | null
  readonly owner: string | null
}

/** Who shall do what. `due` is an ISO date, an ISO duration or a rhythm in words. */
export interface TextObligation extends TextPlace {
  readonly who: string
  readonly what: string
  readonly due: string | null
}

/** A passage of one of the kinds of clause that are told apart. */
export interface TextClause extends TextPlace {
  readonly kind: ClauseKind
}

/** The terms that a text without any structure states, each list in the order of the text. */
export interface TextTerms {
  readonly format: 'parley-text-terms/1'
  /** Empty where none was found. */
  readonly title: string
  readonly parties: readonly TextParty[]
  readonly facts: readonly TextFact[]
  readonly kpis: readonly TextKpi[]
  readonly obligations: readonly TextObligation[]
  readonly clauses: readonly TextClause[]
}

/** What a plain text or Markdown states, as far as the recognisers can tell. Total, deterministic, offline. */
export const textTerms = (text: string): TextTerms => termsOf(text, recogniseText(text))

/** As `textTerms`, with the sentences read elsewhere at the same time. */
export const textTermsBeside = async (text: string, readSentences: SentencesElsewhere): Promise<TextTerms> =>
  termsOf(text, await recogniseBeside(text, readSentences))

function termsOf(text: string, { findings }: Recognition): TextTerms {
  const place = (finding: Finding): TextPlace => ({
    text: finding.text,
    start: finding.start,
    end: finding.end,
    sentence: sentenceOf(text, finding),
    confidence: Math.round(finding.confidence * 100) / 100,
    rule: finding.rule,
  })
  const parties: TextParty[] = []
  const facts: TextFact[] = []
  const kpis: TextKpi[] = []
  const obligations: TextObligation[] = []
  const clauses: TextClause[] = []
  for (const finding of findings) {
    const { value } = finding
    switch (value.kind) {
      case 'party': {
        const { name, shortNames } = value
        parties.push({ name, shortName: shortNames[0] ?? null, shortNames, ...place(finding) })
        break
      }
      case 'kpi': {
        const { kind: _, ...kpi } = value
        kpis.push({ ...kpi, ...place(finding) })
        break
      }
      case 'obligation': {
        const { who, what, due } = value
        obligations.push({ who, what, due, ...place(finding) })
        break
      }
      case 'clause':
        clauses.push({ kind: value.clause, ...place(finding) })
        break
      default:
        facts.push({ kind: finding.kind as TextFactKind, value, ...place(finding) })
    }
  }
  const title = facts.find(fact => fact.kind === 'title')?.value
  return {
    format: 'parley-text-terms/1',
    title: title?.kind === 'text' ? title.text : '',
    parties,
    facts,
    kpis,
    obligations,
    clauses,
  }
}

/** Lines of a plain text end where the page does, not where a sentence does. */
function sentenceOf(text: string, { sentence, start, end }: Finding): string {
  const around = text.slice(sentence.start, sentence.end).replace(/[^\S ]/g, ' ')
  return sentenceAround(around, start - sentence.start, end - sentence.start)
}
