import type { CueGroup } from './cue-group.ts'

const REASON = 'breach|default|fail|insolv|bankrupt|force majeure|violat|cure'
/** Up to so many characters of one part of a sentence that give no reason. */
const noReason = (most: number) => `(?:(?!${REASON})[^.;]){0,${most}}`

/** Turns of phrase about how an agreement ends, changes hands or is offered first. */
export const CHANGE_CUES: readonly CueGroup[] = [
  {
    stems: ['terminat', 'cancel', 'terminable'],
    cues: [
      /(?:terminat\w*|cancel\w*)[^.;]{0,140}(?:without cause|for (?:its |their |his )?(?:own )?convenience|for any (?:or no )?reason|for no reason|with or without (?:cause|reason)|at will|without (?:any )?reason|no cause)/,
      /(?:without cause|for convenience|for any (?:or no )?reason|with or without cause|at its (?:sole )?discretion)[^.;]{0,160}terminat/,
      new RegExp(
        `(?:may|right to|option to|entitled to|elect to|able to|option of)${noReason(100)}(?:terminat|cancel)\\w*${noReason(160)}(?:days|months|weeks|hours|year|\\])${noReason(60)}notice`,
      ),
      new RegExp(
        `(?:may|right to|option to|entitled to|can)${noReason(60)}(?:terminat|cancel)\\w*${noReason(120)}(?:upon|by|with|on|giving|after) ${noReason(80)}notice(?!${noReason(60)}(?:if|in the event|upon the occurrence|${REASON}))`,
      ),
      new RegExp(`terminat\\w*${noReason(60)}at any time${noReason(120)}(?:notice|discretion|reason)`),
      new RegExp(`at any time${noReason(120)}terminat\\w*`),
      new RegExp(`(?:terminated by|terminable by|terminate at)${noReason(120)}notice`),
      new RegExp(`terminat[^.;]{0,160}(?:${REASON})`),
      /(?:in the event|if|should|upon)[^.;]{0,200}(?:may|right to|entitled to)[^.;]{0,60}terminat/,
      /not(?: be)? terminat\w*[^.;]{0,80}(?:convenience|without cause)/,
    ],
  },
  {
    stems: ['first', 'match', 'refus', 'last'],
    cues: [
      /right of first (?:refusal|offer|negotiation)|rofr|first refusal/,
      /(?:first|exclusive) (?:right|option|opportunity|priority|offer)[^.;]{0,80}(?:to|of)|matching right|right to match|last (?:right|refusal)/,
      /(?:prior to|before)[^.;]{0,80}(?:offer|sell|enter|negotiat|licens|transfer)\w*[^.;]{0,100}(?:third part|any other|another)[^.;]{0,140}(?:offer|notice|notify|opportunit)/,
      /(?:bona fide|third[ -]party) offer|offer notice|same terms|terms and conditions (?:no less|at least|as)/,
    ],
  },
  {
    stems: ['control', 'merg', 'ownership', 'substantially all', 'acqui', 'reorganiz', 'operation of law'],
    cues: [
      /change (?:in|of)(?: the)?(?: effective| direct| majority)? (?:control|ownership)|control changes|substantial change in/,
      /change (?:in|of) control[^.;]{0,160}(?:terminat|consent|assign|notif|notice)|(?:terminat|assign|consent)[^.;]{0,200}change (?:in|of) control/,
      /(?:merg|consolidat|sale of (?:all|substantially)|acquired by|acquisition)\w*[^.;]{0,160}(?:terminat|right to)/,
      /(?:terminat|deemed (?:to be )?an? (?:assign|transfer))[^.;]{0,200}(?:merg|consolidat|controlling interest|sale of|acqui|voting)/,
      /(?:merg|consolidat|sale of|reorganiz|acqui)\w*[^.;]{0,200}(?:assign|transfer|consent)|(?:assign|transfer)[^.;]{0,200}(?:merg|consolidat|sale of all|substantially all)/,
      /(?:fifty percent|50%|majority|controlling)[^.;]{0,80}(?:voting|stock|shares|equity|ownership|interest)/,
      /by operation of law/,
      /without[^.;]{0,60}consent[^.;]{0,160}(?:successor|merg|substantially all)/,
    ],
  },
  {
    stems: ['assign', 'transfer', 'delegat', 'sublicens'],
    cues: [
      /(?:not|neither|nor|no|prohibit)[^.;]{0,160}(?:assign|transfer|delegate|sublicense)[^.;]{0,200}(?:consent|approval|agreement|permission)/,
      /(?:assign|transfer|delegate)[^.;]{0,160}(?:without|consent|void|null)/,
      /(?:not|non-?)\s?(?:be )?(?:assignable|transferable)/,
      /(?:purported|attempted)[^.;]{0,60}(?:assign|transfer)|(?:assign|transfer)\w*[^.;]{0,60}(?:void|null)/,
      /may (?:freely )?assign|binding[^.;]{0,60}(?:successors|assigns)/,
    ],
  },
]
