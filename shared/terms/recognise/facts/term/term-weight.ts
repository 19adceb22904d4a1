import { PAPER } from '../paper.ts'
import { goesOnAboutTerm, isTermRow } from './speaks-of-term.ts'

const LASTING = 'continue|run|last|endure|subsist|remain in (?:full )?force|be in (?:force|effect)'

/** What makes it plainer that a sentence speaks of the term of the whole agreement, and by how much; what makes it less so last. */
const CUES: readonly (readonly [weight: number, says: RegExp])[] = (
  [
    [0.3, '\\bexpir(?:ation|y) date"? (?:means|shall mean)'],
    [0.3, '"?\\b(?:contract|agreement) period"? (?:means|shall mean|is)\\b'],
    [0.2, '"term"? (?:means|shall mean)\\b'],
    [
      0.15,
      '^(?:(?:section |article )?[\\d.()a-z]{1,6} )?"?(?:initial |agreement |contract )?(?:term|duration)\\b',
    ],
    [0.2, '\\b(?:initial|primary) (?:term|period)\\b'],
    [0.2, `\\b(?:term|duration) of (?:this|the) (?:\\w+ ){0,3}(?:${PAPER})\\b`],
    [0.2, `\\bduration of [^.;]{3,40} and of this (?:${PAPER})\\b`],
    [0.1, `\\bthis (?:\\w+ ){0,3}(?:${PAPER})\\b`],
    [0.1, '\\b(?:commence|begin|start|effective|in (?:full )?force|in effect|into operation|takes? effect)'],
    [0.1, '\\b(?:"?the "?)?(?:initial )?term"\\)?'],
    [0.05, '\\b(?:expire|continue|remain|last|stay|endure|subsist|finish)'],
    [0.1, '\\b(?:the |its |")(?:initial |primary )?term"? (?:hereof )?(?:is|shall|will)\\b'],
    [
      0.2,
      '\\b(?:cooperation|engagement|franchise|appointment|appointed|engaged|secondment|perpetual|(?:no|a) fixed)\\b',
    ],
    [0.25, '\\b(?:concluded|made|entered into) for (?:an? |\\w+ )'],
    [0.25, '\\b(?:fixed|minimum) (?:term|duration|period) (?:is|shall be)\\b'],
    [0.25, `\\b(?:deed|compact|concordat|charter|pact) (?:lasts?|runs?|stands)\\b`],
    [0.12, `\\b(?:shall|will) (?:${LASTING}) for\\b`],
    [0.2, '\\blicen[cs]e is (?:hereby )?granted for\\b'],
    [0.15, `\\blicen[cs]e (?:shall|will) (?:${LASTING}|commence|begin|start)\\b`],
    [0.25, `\\b(?:${PAPER}|it) (?:shall|will)? ?(?:runs?|lasts?|goes) (?:for|firmly)\\b`],
    [0.12, '\\band (?:runs?|lasts?|goes|continues) for (?!the duration)'],
    [0.2, '\\b(?:begins?|starts?|commences?)\\b[^.;]{0,60}\\band (?:will )?lasts? (?!for the duration)'],
    [
      0.15,
      '\\bfor (?:the|an?) (?:\\w+ )?(?:term|period) of\\b[^.;]{0,60}\\b(?:commenc|beginn|start)ing\\b(?![^.;]{0,60}\\(the "(?:research|option|royalty|evaluation|trial|support|development|warranty|pilot))',
    ],
    [
      0.25,
      '\\b(?:funding|grant|support|services?) (?:is|are|(?:will|shall) be) (?:provided|granted|given|paid) for\\b|\\b(?:project|grant) (?:period|duration) (?:is|shall be|begins|starts|runs)\\b',
    ],
    [0.1, '\\bvalid (?:for|until|through|till)\\b'],
    // What the paper speaks of is another one.
    [
      -0.25,
      `\\b(?:that|such|prior|previous|earlier|old) (?:${PAPER})\\b[^.;]{0,60}\\b(?:until|through|till|to)\\b|\\bas though\\b`,
    ],
  ] satisfies readonly (readonly [number, string])[]
).map(([weight, says]) => [weight, new RegExp(says, 'i')])

const HEADED = /\b(?:term|duration|validity)\b/i
/** What else may last: secrecy, a warranty, a time to pay. */
const OF_WHAT_ELSE =
  /\b(?:confidential\w*|insolven\w*|bankrupt\w*|warrant(?:y|ies|s)\b|non-?compet|surviv|insurance|invoice|payment terms|payable|notice of (?:breach|default)|cure|inspect|audit|records|delivered within|statute|arbitrat|purchase orders?|escrow period|option to (?:purchase|renew)|(?:following|after) (?:the |its )?(?:expiration|termination|expiry)|interest|forecast|in confidence|post-term|minimum|price increase)\b/i

/** How plainly a sentence speaks of the term of the whole agreement; the sentence before it may be its heading. */
export function termWeight(sentence: string, before: string): number {
  const isRow = isTermRow(sentence)
  let weight = 0.5
  for (const [more, says] of CUES) if (says.test(sentence)) weight += more
  if (before.length < 80 && HEADED.test(before)) weight += 0.12
  if (isRow) weight += 0.3
  else if (OF_WHAT_ELSE.test(sentence)) weight -= 0.25
  if (goesOnAboutTerm(sentence)) weight += 0.1
  return weight
}
