import { matchesOf } from '../../text/matches-of.ts'
import { isRole, isThing } from '../somebody.ts'

/** Who stands right before a place in a sentence, and where. */
export interface Bound {
  /** As it is written, with its article. */
  readonly who: string
  readonly start: number
}

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** So far back a subject is looked for. */
const FARTHEST = 200

/** What may stand between who is bound and the word of duty. */
const ADVERB =
  /[ ,](?:further|also|hereby|promptly|each|then|always|thereafter|furthermore|therefore|additionally|at all times|jointly(?: and severally)?|severally|likewise|only|mutually|solely|in (?:good faith|turn|addition))$/i
const MOST_ADVERB = 30
const ASIDE =
  /,? (?:\([^()]{0,90}\)|(?:acting|through|as|at|for|with|by|if|where|when|upon|after|in|on|within|subject|pursuant|prior|to the extent|during|without|unless|together)\b[^,;.()]{3,90},)$/i
/** `The Supplier warrants that it shall …`: who it is stands before the word that binds. */
const THAT_IT =
  /\b(?:agree|undertake|warrant|covenant|acknowledge|confirm|represent|guarantee)s?(?:,? (?:and|or) \w+)*(?: to [^,;]{3,40})?,? that,? (?:[^;]{3,90}, )?(?:it|they)$/i

/** `Any party that leaves shall …`, `the party owing it shall …` */
const RELATIVE = / (?:that|who|which|[a-z]{2,}ing)\b[^,;]{2,90},?$/i

/** Who a word of duty at `at` binds by what stands before it, from `from` on; null where that is nobody, or cannot be told. */
export function whoIsBound(sentence: string, from: number, at: number): Bound | null {
  const first = Math.max(from, at - FARTHEST)
  const before = bare(bare(sentence.slice(first, at)).replace(THAT_IT, ''))
  return (
    boundAtEnd(before, first, isShouted(sentence)) ??
    boundAtEnd(before.replace(RELATIVE, ''), first, isShouted(sentence))
  )
}

/** Without what stands between who is bound and the word of duty. */
function bare(before: string): string {
  let text = before.trimEnd()
  for (;;) {
    const shorter = /[,)]$/.test(text)
      ? text.replace(ASIDE, '').replace(/,$/, '')
      : text.slice(0, -MOST_ADVERB) + text.slice(-MOST_ADVERB).replace(ADVERB, '')
    if (shorter === text) return text
    text = shorter.trimEnd()
  }
}

function boundAtEnd(before: string, offset: number, isShouted: boolean): Bound | null {
  const tokens = tokensOf(before)
  const phrase = phraseAtEnd(tokens, isShouted)
  if (!phrase) return null
  const from = tokens[phrase.first]?.start ?? 0
  const start = from + (/^[(["“‘]+/.exec(before.slice(from))?.[0].length ?? 0)
  return { who: before.slice(start).replace(/["”’)\]]+$/, ''), start: offset + start }
}

const tokensOf = (text: string): Token[] =>
  matchesOf(text, /\S+/g).map(({ 0: token, index }) => ({
    text: token,
    start: index,
    end: index + token.length,
  }))

/** Where everything is in capitals they name nobody. */
const isShouted = (sentence: string) => !/[a-z]{3}/.test(sentence)

const ARTICLE =
  /^(?:the|each|every|either|both|all|such|any|an?|this|said|neither|one|its|their|no|those|these)$/i
const JOINS = /^(?:and|or|and\/or|&|nor|\/)$/i
/** What binds a name from within: `Bank of America`, `Town and Port of Lindholt`. */
const LINKS = /^(?:of|and|&|de|la|du|van|von|for)$/
const NOT_NAME =
  /^(?:in|on|at|if|when|where|upon|after|before|once|unless|until|while|that|then|provided|however|notwithstanding|therefore|furthermore|and|or|but|for|to|by|as|with|within|subject|pursuant|during|under|section|article|also|thereafter|so|because|although|whereas)$/i
const PREPOSITION =
  /^(?:of|by|with|to|from|for|than|in|into|under|between|among|on|at|per|against|upon|via|through|during|about|concerning|regarding|including|like|without|within|towards?|over|respecting)$/i
const PICKS = /^(?:each|both|either|neither|one|all|any|none)$/i

const clean = (text: string) => text.replace(/^[(["“‘]+|[)\]"”’.]+$/g, '')
const isCapital = (text: string) => /^[A-Z0-9][\w&.'’/-]*$/.test(clean(text)) && /[A-Z]/.test(text)
const endsClause = (text: string) => /[,;:]$/.test(text)

/** The name or role at the end of the tokens with its article, unless it only stands beside what is meant (`the rate of the Buyer`). */
function phraseAtEnd(tokens: readonly Token[], isShouted: boolean): { readonly first: number } | null {
  let first = nounAt(tokens, tokens.length - 1, isShouted)
  if (first === null) return null
  const word = (at: number) => tokens[at]?.text ?? ''
  // `Antares or its Subcontractor`, `the Town and the Port`.
  for (let at = withArticle(tokens, first); JOINS.test(word(at - 1)); at = withArticle(tokens, first)) {
    const other = nounAt(tokens, at - 2, isShouted)
    if (other === null) break
    first = other
  }
  first = withArticle(tokens, first)
  if (/^of$/i.test(word(first - 1))) {
    // `Each of the parties`, `the mayor of each town`.
    if (PICKS.test(clean(word(first - 2)))) return { first: first - 2 }
    if (isRole(clean(word(first - 2)))) return { first: withArticle(tokens, first - 2) }
  }
  return PREPOSITION.test(word(first - 1)) ? null : { first }
}

/** The first token of a name or role whose last one is at `last`. */
function nounAt(tokens: readonly Token[], last: number, isShouted: boolean): number | null {
  const head = tokens[last]?.text ?? ''
  const own = clean(head)
  const role = isRole(own)
  const name = !isShouted && isCapital(head) && !NOT_NAME.test(own)
  if (endsClause(head) || (!role && !name)) return null
  let first = last
  for (let at = last - 1; at >= 0 && last - at < 6; at -= 1) {
    const text = tokens[at]?.text ?? ''
    if (endsClause(text)) break
    if (!isShouted && isCapital(text) && !NOT_NAME.test(clean(text)) && !ARTICLE.test(text)) first = at
    else if (role && last - at <= 2 && isPlainWord(text)) first = at
    else if (!(name && LINKS.test(text) && isName(tokens, at - 1))) break
  }
  return first
}

/** `the waste contractor`, `the receiving party`. */
const isPlainWord = (text: string) =>
  /^[a-z][a-z-]{2,}$/.test(text) &&
  ![
    ARTICLE,
    PREPOSITION,
    NOT_NAME,
    JOINS,
    /^(?:which|who|whom|whose|not|from|is|are|was|were|has|have)$/,
  ].some(words => words.test(text))

const isName = (tokens: readonly Token[], at: number) => {
  const text = tokens[at]?.text ?? ''
  return isCapital(text) && !endsClause(text) && !NOT_NAME.test(text) && !ARTICLE.test(text) && !isThing(text)
}

function withArticle(tokens: readonly Token[], first: number): number {
  const at = first - 1
  return ARTICLE.test(tokens[at]?.text ?? '') ? at : first
}
