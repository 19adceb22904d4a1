import { CLAUSE_KINDS, type ClauseKind } from './clause-kind.ts'

/** How a sentence in lower case says that something is not so, and what in it leaves the thing open all the same. */
interface Denial {
  readonly kind: ClauseKind
  /** Without it the sentence is not about the kind: a cheap look first. */
  readonly stem: string
  readonly said: RegExp
  /** What is denied, or said in passing, and tells nothing. */
  readonly dropped?: RegExp
  /** What makes it such a clause after all, once `dropped` is out. */
  readonly unless: RegExp
}

const DENIALS: readonly Denial[] = [
  {
    kind: 'exclusivity',
    stem: 'exclusiv',
    said: /\bnon-?\s?exclusiv|\b(?:not|nothing)\b[^.;]{0,60}\bexclusiv/,
    dropped:
      /\bnon-?\s?exclusiv(?:e(?:ly)?|ity)|\b(?:not|nothing)\b[^.;]{0,40}\b(?:creat|consider|constru|interpret|constitut)[^.;]{0,60}\bexclusiv(?:e|ity)/g,
    unless:
      /exclusiv|\bbecom|\bconvert|\bsole\b|\bonly (?:distributor|supplier|provider|agent)|\b(?:all|entire)\b[^.;]{0,30}\brequirements|\bnot (?!prevent|preclud|restrict|prohibit|limit)[^.;]{0,160}\b(?:any other|third part|others|anyone|compet)/,
  },
  {
    kind: 'third_party_beneficiary',
    stem: 'third',
    said: /\bno (?:[a-z]+ or )?(?:other )?third[- ]part|\b(?:nothing|none|neither|not|nor)\b[^.;]{0,100}\b(?:confer|intended|creat|giv|deemed|regarded|considered|construed|for the benefit)[^.;]{0,160}\bthird[- ]part/,
    unless:
      /except|other than|\bsave\b|unless|provided|however|limited to|notwithstanding|although|though|\bbut\b/,
  },
]

/**
 * Kinds of clause, as indices, that a sentence in lower case denies, however much it sounds like one: a *non-exclusive* appointment
 * is no exclusivity, and *no third-party beneficiaries* names none. Words counted one by one cannot tell the two apart.
 */
export function deniedKinds(sentence: string): number[] {
  return DENIALS.flatMap(({ kind, stem, said, dropped, unless }) => {
    if (!sentence.includes(stem) || !said.test(sentence)) return []
    const rest = dropped ? sentence.replace(dropped, '') : sentence
    return unless.test(rest) ? [] : [CLAUSE_KINDS.indexOf(kind)]
  })
}
