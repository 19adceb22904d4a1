import type { CueGroup } from './cue-group.ts'

/** Turns of phrase about what is paid and how much is bought. */
export const PRICE_CUES: readonly CueGroup[] = [
  {
    stems: ['royalt', 'commission', 'percent', '%', 'share', 'sharing'],
    cues: [
      /(?:royalt|commission|percent|%)[^.;]{0,120}(?:revenue|sales|profit|receipts|gross|net|income|proceeds|margin|collected)/,
      /(?:revenue|profit|income|proceeds|fee)s?[ -]?shar(?:e|ing)|pro rata share of|share (?:of|in)[^.;]{0,30}(?:revenue|profit|proceeds|receipts|income)/,
      /(?:pay|paid|payable|receive|entitled|owe)\w*[^.;]{0,120}(?:royalt|commission|(?:percent|%)\)?[^.;]{0,20} of)/,
      /(?:percent|%)\)? (?:of|on) (?:the |all |such |any |its |total )*(?:net|gross|adjusted|revenue|sales|profit|fees|amounts|proceeds|receipts|selling|purchase)/,
      /(?:interest|late|discrepanc|underpa|overcharge|per annum|per month|shares of|voting|stock)[^.;]{0,80}(?:percent|%)|(?:percent|%)[^.;]{0,60}(?:per annum|per month|interest|voting|outstanding|shares)/,
      /(?:divid|split|shar)\w*[^.;]{0,60}(?:equally|50|fifty|percent|%)/,
      /(?:bonus|incentive)[^.;]{0,100}(?:percent|%)/,
    ],
  },
  {
    stems: ['price', 'pricing', 'fee', 'rate', 'charge', 'cost'],
    cues: [
      /(?:price|pricing|fee|rate|charge)s?[^.;]{0,60}(?:shall|will|may|can) not (?:be )?(?:increas|exceed|chang|rais|adjust|modif)/,
      /(?:increas|adjust|rais|chang|modif|revis)\w*[^.;]{0,60}(?:price|pricing|fee|rate|charge)s?[^.;]{0,100}(?:more than|exceed|greater|maximum|limit|only|once|per year|%|percent|notice)/,
      /consumer price index|\bcpi\b|price protection|(?:maximum|minimum|fixed|firm) (?:price|resale|retail|rate)/,
      /not (?:to )?(?:increase|exceed|raise)[^.;]{0,60}(?:price|fee|rate|charge|%|percent)/,
    ],
  },
  {
    stems: [
      'minimum',
      'at least',
      'less than',
      'fewer than',
      'guarant',
      'quota',
      'shortfall',
      'take or pay',
      'commit',
    ],
    cues: [
      /minimum[^.;]{0,60}(?:purchase|order|quantit|amount|commitment|royalt|guarantee|annual|volume|payment|fee|sales|number|requirement)/,
      /(?:at least|no(?:t)? (?:less|fewer) than|a minimum of)[^.;]{0,60}(?:units|purchase|per (?:year|month|quarter|week)|\$|products|hours|each|annual|copies|events|stores|appearances|days per)/,
      /(?:purchase|order|buy|pay|sell|spend|provide|perform|make|deliver|open)[^.;]{0,60}(?:at least|no(?:t)? (?:less|fewer) than|a minimum|minimum)/,
      /shortfall|take[ -]or[ -]pay|quota|guarantee(?:d|s)? (?:minimum|payment|royalt|annual|amount|sales|that)|minimum guarantee/,
      /(?:at least|not less than|minimum)[^.;]{0,60}(?:days|notice|insur|percent of the|a\.m|rating|credit|occurrence|coverage)/,
    ],
  },
  {
    stems: ['up to', 'maximum', 'exceed', 'more than', 'excess', 'limited to', 'additional', 'limit', 'over'],
    cues: [
      /(?:up to|maximum|not (?:to )?exceed|no(?:t)? more than|in excess of|exceeds?|limited to)[^.;]{0,60}(?:users?|units|copies|hours|quantit|number|visits|days|capacity|licenses|locations|times|seats|gallons|barrels|volume|pages|appearances)/,
      /(?:additional|extra|overage|excess)[^.;]{0,40}(?:fee|charge|cost|compensat|pay)[^.;]{0,100}(?:exceed|in excess|additional|beyond|more than|over|per)/,
      /(?:in excess of|exceed\w*|beyond|over|more than|above)[^.;]{0,120}(?:additional (?:fee|charge|cost)|be charged|shall pay|billed|be invoiced|at the rate)/,
      /maximum (?:number|of|amount|quantity|daily|volume|capacity)|not (?:be )?(?:obligated|required) to[^.;]{0,80}(?:more than|in excess|exceed)/,
    ],
  },
]
