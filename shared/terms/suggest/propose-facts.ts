import type { TermKind } from '../../document/node-types.ts'
import type { Finding, FindingKind } from '../recognise/finding.ts'
import { recogniseText } from '../recognise/recognise-text.ts'
import type { SentenceMemory } from '../recognise/sentence-memory.ts'

/** A stretch of a joined text that seems to state a term. Plain data: it travels between threads. */
export interface Proposal {
  readonly kind: TermKind
  readonly start: number
  readonly end: number
  readonly confidence: number
  readonly rule: string
}

/** What a finding would be marked as; other findings are no facts of prose. */
const MARKS: Partial<Record<FindingKind, TermKind>> = {
  'effective-date': 'effective-date',
  expiry: 'expiry',
  'initial-term': 'term-length',
  'renewal-term': 'renewal',
  'renewal-notice': 'notice-period',
  'convenience-notice': 'notice-period',
  'governing-law': 'governing-law',
  'liability-cap': 'liability-cap',
  'confidentiality-period': 'confidentiality-period',
  'payment-term': 'payment-term',
  insurance: 'insurance',
  amount: 'amount',
}

/** A proposal that is more often wrong than this is more work than help. */
const SURE_ENOUGH = 0.6

/**
 * The stretches of a text that seem to state a term, in the order of the text; of two that overlap the surer one, and the more
 * special kind before a mere amount. With the same memory a text that changed in one place is read again in that place only.
 */
export function proposeFacts(text: string, memory: SentenceMemory): Proposal[] {
  const { findings } = recogniseText(text, memory, { rivals: true })
  const proposals = findings
    .flatMap(finding => proposalOf(finding))
    .sort((a, b) => weight(b) - weight(a) || a.start - b.start)
  const kept: Proposal[] = []
  for (const one of proposals)
    if (!kept.some(other => one.start < other.end && other.start < one.end)) kept.push(one)
  return kept.sort((a, b) => a.start - b.start)
}

const weight = ({ kind, confidence }: Proposal) => (kind === 'amount' ? confidence - 1 : confidence)

function proposalOf({ kind, start, end, confidence, rule }: Finding): Proposal[] {
  const mark = MARKS[kind]
  return mark && confidence >= SURE_ENOUGH ? [{ kind: mark, start, end, confidence, rule }] : []
}
