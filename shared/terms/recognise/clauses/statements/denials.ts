import type { Statement } from './statement.ts'

/**
 * Sentences that sound like a kind of clause and are none: a *non-exclusive* appointment is no exclusivity, *no third-party
 * beneficiaries* names none, and an end for breach is not one without a reason.
 */
export const DENIALS: readonly Statement[] = [
  {
    kind: 'exclusivity',
    stems: ['exclusiv', 'nonexclusiv'],
    said: /\bnon-?\s?exclusiv|\b(?:not|nothing)\b[^.;]{0,60}\bexclusiv/,
    dropped:
      /\bnon-?\s?exclusiv(?:e(?:ly)?|ity)|\b(?:not|nothing)\b[^.;]{0,40}\b(?:creat|consider|constru|interpret|constitut)[^.;]{0,60}\bexclusiv(?:e|ity)/g,
    unless:
      /exclusiv|\bbecom|\bconvert|\bsole\b|\bonly (?:distributor|supplier|provider|agent)|\b(?:all|entire)\b[^.;]{0,30}\brequirements|\bnot (?!prevent|preclud|restrict|prohibit|limit)[^.;]{0,160}\b(?:any other|third part|others|anyone|compet)/,
  },
  {
    kind: 'non_disparagement',
    stems: ['mark', 'logo', 'domain', 'trademark'],
    // How a mark may look is a term of its licence.
    said: /\b(?:mark|logo|domain|trademark)s?\b[^.;]{0,120}\bdisparag/,
  },
  {
    kind: 'termination_for_convenience',
    stems: ['terminat'],
    said: /\bin the event\b|\bbreach|\bdefault|\binsolv|\bbankrupt|\bfails?\b|^(?:\S+ )?if\b|\bshould\b/,
    unless:
      /convenience|any reason|no reason|(?:without|no) cause|sole discretion|\((?:b|ii|2)\)|at any time (?:by|up)|at any time,? (?:with|on)|or upon|at its option|not (?:be )?required/,
  },
  {
    kind: 'termination_for_convenience',
    stems: ['terminat'],
    said: /\bexpiration or termination\b|\btermination (?:or expiration )?of this agreement\b[^.;]{0,60}\bshall not\b|\bunless (?:either|terminated)|\brenew/,
    unless: /convenience|without cause|any time/,
  },
  {
    kind: 'change_of_control',
    stems: ['assign', 'transfer'],
    // Who may pass the agreement on to a successor without asking is bound by no change of control.
    said: /\bwithout\b[^.;]{0,80}\bconsent\b|\bmay\b[^.;]{0,40}\bassign/,
    unless: /terminat|deemed|change (?:of|in)|not assign|notice|\bneither\b|(?:shall|may) not/,
  },
  {
    kind: 'minimum_commitment',
    stems: ['minimum', 'least', 'less'],
    said: /\b(?:minimum|least|less than)(?: of)? (?:[a-z-]+ )?\(?\d*\)? ?(?:calendar |business |working )?(?:day|week|month|year|hour)s?\b|\bbonus|\bpreserv|\breport|\bnotice|\bminimum requirements|\bat a minimum,/,
    unless: /purchas|order|\bbuy|\bsell|sales|royalt|guarantee|spend|\$|unit|quantit/,
  },
  {
    kind: 'volume_restriction',
    stems: ['delay', 'interest', 'training', 'member', 'committee', 'hearing', 'deposition'],
    said: /\b(?:delay|training|members|committee|hearing|deposition)|\binterest (?:of|at|on|rate)\b/,
    unless: /order|quantit|unit|cop(?:y|ies)|user|volume|purchas/,
  },
  {
    kind: 'ip_ownership_assignment',
    stems: ['acknowledg'],
    said: /\backnowledg/,
    unless: /assign|creat|develop|work|improve|modif|deriv|invent|hereafter|result/,
  },
  {
    kind: 'post_termination_services',
    stems: ['cease'],
    said: /\bcease\b/,
    unless: /return|deliver|sell|servic|transition|assist|pay|destroy|period/,
  },
  {
    kind: 'third_party_beneficiary',
    stems: ['third'],
    said: /\bno (?:[a-z]+ or )?(?:other )?third[- ]part|\b(?:nothing|none|neither|not|nor)\b[^.;]{0,100}\b(?:confer|intended|creat|giv|deemed|regarded|considered|construed|for the benefit)[^.;]{0,160}\bthird[- ]part/,
    unless:
      /except|other than|\bsave\b|unless|provided|however|limited to|notwithstanding|although|though|\bbut\b/,
  },
]
