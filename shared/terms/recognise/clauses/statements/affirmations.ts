import type { Statement } from './statement.ts'

/** Formulas of contracts that leave no doubt of the kind of clause. Each stands in one sentence: a `[^.;]` gap ends with it. */
export const AFFIRMATIONS: readonly Statement[] = [
  {
    kind: 'most_favored_nation',
    stems: ['most', 'favo', 'lower'],
    said: /\bmost[- ]favou?red (?:nation|customer|licensee)|\b(?:terms|prices?|conditions|rates?)\b[^.;]{0,80}\b(?:no less favou?rable|as favou?rable|more favou?rable|lower)\b[^.;]{0,80}\b(?:any other|other customers?|other licensees?|third part)/,
  },
  {
    kind: 'exclusivity',
    stems: ['only', 'sole', 'exclusiv'],
    said: /\b(?:be|as|is|are|remain) (?:the |its |their |our |[a-z]+['’]s )?(?:only|(?:sole and )?exclusive|sole)(?: [a-z-]+){0,4} (?:provider|distributor|supplier|agent|reseller|sponsor|licensee|representative|dealer|manufacturer)\b/,
    unless: /responsib|no other person/,
  },
  {
    kind: 'exclusivity',
    stems: ['exclusiv'],
    said: /\b(?:have|has|grants?(?: to)?[^.;]{0,60}) the (?:sole and )?exclusive right (?:and licen[cs]e )?to (?:sell|market|distribut|promot|use|manufactur|suppl|develop|advertis|exploit|operate|offer|provide|publish|commerciali|sublicens)|(?<!non[- ]?)\bexclusive(?:,? (?!non)[a-z-]+){0,5},? (?:right and )?licen[cs]e\b/,
  },
  {
    kind: 'exclusivity',
    stems: ['exclusiv'],
    said: /\b(?:purchase|buy|obtain|manufacture|suppl(?:y|ies)|provide|sell)\b[^.;]{0,80}\bexclusively (?:for|from|through|to|with)\b/,
    unless: /\bterms and conditions\b/,
  },
  {
    kind: 'exclusivity',
    stems: ['similar'],
    said: /\b(?:shall|will|may) not (?:engage|participate|enter)[^.;]{0,80}\b(?:same or |substantially )?similar\b[^.;]{0,60}\bany other\b/,
  },
  {
    kind: 'no_solicit_customers',
    stems: ['divert', 'entice', 'solicit', 'contact', 'call'],
    said: /\b(?:divert|entice)\b[^.;]{0,80}\b(?:customer|client|business)|\bnot\b[^.;]{0,40}\b(?:solicit|contact|call (?:up)?on)\b[^.;]{0,40}\b(?:customer|client)s?(?:['’]s)?\b/,
    unless: /\bgenerally\b|\bemployee|\bservices?\b/,
  },
  {
    kind: 'no_solicit_employees',
    stems: ['induce', 'entice', 'persuade', 'solicit'],
    said: /\b(?:induce|entice|persuade|solicit)[^.;]{0,60}\b(?:person|employee|personnel|individual)s?\b[^.;]{0,60}\b(?:leave|terminate|employment)\b/,
  },
  {
    kind: 'termination_for_convenience',
    stems: ['terminat'],
    said: /\bterminat[^.;]{0,120}\bfor (?:its |their )?(?:own )?convenience\b/,
    // Not the line of a table of contents, which ends in a number of a page.
    unless: /\bnot (?:be )?terminat|\d \d/,
  },
  {
    kind: 'right_of_first_refusal',
    stems: ['first', 'preferential', 'right'],
    said: /\bright of first (?:refusal|offer|negotiation)|\bfirst (?:right|opportunity|option) to (?!use)|\bgiven first consideration|\bpreferential right\b|\bright to match\b/,
    unless: /\bnone of\b|\bnot subject\b/,
  },
  {
    kind: 'change_of_control',
    stems: ['deemed', 'constitute'],
    said: /\b(?:merger|consolidation|reorgani[sz]ation|sale|change)\b[^.;]{0,160}\b(?:deemed|constitutes?)\b[^.;]{0,40}\b(?:assignment|transfer)\b|\bdeemed\b[^.;]{0,60}\b(?:assignment|transfer)\b[^.;]{0,120}\b(?:merger|control|ownership)/,
  },
  {
    kind: 'change_of_control',
    stems: ['change'],
    said: /\bchange (?:of|in) (?:ownership or )?control\b[^.;]{0,160}\b(?:terminat|consent|notice|notify|deemed)|\b(?:terminat|consent|notice|notify|assign)[^.;]{0,160}\bchange (?:of|in) (?:ownership or )?control\b/,
  },
  {
    kind: 'price_restrictions',
    stems: ['price'],
    said: /\bprices?\b[^.;]{0,120}\b(?:once (?:per|a|each|in any) (?:calendar )?year|not more often than|no more than once)\b/,
  },
  {
    kind: 'minimum_commitment',
    stems: ['minimum'],
    said: /\bminimum (?:annual |monthly |quarterly |yearly |aggregate )?(?:purchase|order|royalt|guarantee|sales|payment|commitment|volume|quantit)/,
    unless: /\b(?:no|not be subject to any) minimum\b/,
  },
  {
    kind: 'minimum_commitment',
    stems: ['purchase', 'order', 'buy', 'sell', 'take', 'guarantee', 'minimum'],
    said: /\b(?:purchase|order|buy|sell|take)\b[^.;]{0,20}\b(?:a minimum of|at least|no(?:t)? less than|no(?:t)? fewer than)\b[^.;]{0,20}(?:\d|\[)|\b(?:guaranteed minimum|minimum guaranteed?|take[- ]or[- ]pay)\b/,
    unless: /\b(?:days|months)\b/,
  },
  {
    kind: 'ip_ownership_assignment',
    stems: ['assign'],
    said: /\b(?:shall|will|agrees to|hereby(?: irrevocably)?) assigns? (?:and transfers? )?to\b[^.;]{0,80}\b(?:right|title|interest|invention|copyright|patent|intellectual)/,
    unless: /\bgoodwill\b|\bsubrog|\blease/,
  },
  {
    kind: 'joint_ip_ownership',
    stems: ['joint', 'owned'],
    said: /\b(?:shall|will) (?:jointly own|be (?:jointly owned|owned jointly))|\bjoint ownership\b/,
  },
  {
    kind: 'post_termination_services',
    stems: ['remaining'],
    said: /\b(?:sell|dispose)\b[^.;]{0,50}\bremaining\b[^.;]{0,20}\b(?:stock|inventory|products)\b/,
  },
  {
    kind: 'post_termination_services',
    stems: ['transition', 'wind', 'phase', 'termination'],
    said: /\b(?:transition|wind[- ]?down|phase[- ]?out|termination assistance)\b[^.;]{0,40}\b(?:services?|assistance|period|plan)\b/,
  },
  {
    kind: 'audit_rights',
    stems: ['audit', 'inspect', 'examin', 'review', 'access'],
    said: /\baccess to\b[^.;]{0,40}\b(?:books|records)\b|\b(?:right|entitled|permitted|may|permit|allow|opportunity)\b[^.;]{0,120}\b(?:audit|inspect|examine|review)\b[^.;]{0,100}\b(?:books|records|accounts|facilit|premises)|\bright to audit\b|\baudit rights\b|\bsuch audit\b|\baudit(?:s|ed)? (?:the|its|such|all|of) [^.;]{0,30}\b(?:books|records)/,
  },
  {
    kind: 'uncapped_liability',
    stems: ['except'],
    said: /^.{0,30}\bexcept (?:for|with respect to|in the case of|as)\b[^.;]{0,160}\b(?:indemnif|confidential|gross negligence|wil+ful|breach)[^.;]{0,200}\b(?:liable|liability)\b/,
  },
  {
    kind: 'cap_on_liability',
    stems: ['liabilit', 'indemnif', 'obligation'],
    said: /\b(?:liabilit|indemnif|obligation)[^.;]{0,80}\bnot exceed (?:the )?(?:aggregate )?(?:payments|amounts?|fees|sum|total)\b/,
  },
  {
    kind: 'liquidated_damages',
    stems: ['liquidat', 'pay', 'owe'],
    said: /\bliquidated damages\b|\b(?:pay|owe)[^.;]{0,40}\b(?:cancellation|termination|break-?up) (?:fee|charge|payment|penalty)\b/,
    unless: /\bnot\b/,
  },
  {
    kind: 'third_party_beneficiary',
    stems: ['third'],
    said: /\b(?:intended|express|specific|direct)(?: [a-z]+)? third[- ]party (?:creditor )?beneficiar|\b(?:is|are|be) (?:an? |made |deemed )?(?:[a-z]+ )?third[- ]party beneficiar/,
    unless: /\bno\b|\bnot\b/,
  },
]
