import type { CueGroup } from './cue-group.ts'

/** Turns of phrase about who owns, uses, inspects, answers and insures. */
export const RIGHT_CUES: readonly CueGroup[] = [
  {
    stems: ['own', 'title', 'hire', 'assign', 'property', 'propriet'],
    cues: [
      /(?:hereby|agrees? to|shall|will)[^.;]{0,40}(?:irrevocably )?(?:assigns?|transfers?|conveys?)[^.;]{0,120}(?:right|title|interest|copyright|intellectual|invention|patent)/,
      /works?[ -](?:made[ -])?for[ -]hire/,
      /(?:shall|will) (?:be|become|remain|vest)[^.;]{0,40}(?:sole|exclusive|property|owned)[^.;]{0,80}/,
      /(?:own|owned|ownership|title|property)[^.;]{0,100}(?:invention|improvement|work product|deliverable|developed|created|modification|enhancement|derivative|result|foreground|arising)/,
      /(?:invention|improvement|work product|deliverable|developed|created|modification|enhancement|derivative)s?[^.;]{0,140}(?:(?:be|is|are|remain) (?:solely |exclusively )?owned|property of|shall own|will own|belong|vest)/,
      /(?:retain|remain|reserve)s?[^.;]{0,60}(?:right|title|ownership|property)|(?:existing|background|pre-?existing)/,
      /joint(?:ly)?[ -]own|own(?:ed)? joint|jointly (?:develop|invent|own|made|conceived)|co-?own|equal undivided|joint (?:ip|invention|patent|intellectual|ownership|results|technology)/,
      /(?:right|title)s?,? (?:title,? )?and interest (?:in|to)/,
    ],
  },
  {
    stems: ['licen', 'right to use', 'grant', 'perpetual', 'irrevocabl'],
    cues: [
      /grants?[^.;]{0,120}licen[sc]e|licen[sc]e to (?:use|make|reproduce|sell|display)|(?:non-?exclusive|royalty-free|worldwide|perpetual)[^.;]{0,60}licen[sc]e/,
      /grants?[^.;]{0,100}right(?:s)? (?:and licen[sc]e )?to (?:use|market|sell|distribut|reproduce|display|develop)/,
      /(?:perpetual|irrevocable)[^.;]{0,80}(?:licen[sc]e|right)/,
    ],
  },
  {
    stems: ['terminat', 'expir', 'sell-off', 'sell off', 'transition', 'wind', 'phase', 'surviv'],
    cues: [
      /(?:upon|after|following|on|in the event of)[^.;]{0,40}(?:expiration|termination|expiry)[^.;]{0,200}(?:continue|cease|sell|transition|pay|purchase|repurchase|assist|transfer|deliver|provide|return|remove|dispos)/,
      /(?:for|within)[^.;]{0,60}(?:days|months|years?)[^.;]{0,40}(?:after|following|from)[^.;]{0,40}(?:expir|terminat)/,
      /(?:sell[ -]?off|transition|wind[ -]?(?:down|up)|run-?off|phase[ -]?out)[^.;]{0,20}(?:period|service|assist|plan)?/,
      /(?:after|following|upon)[^.;]{0,30}(?:expir|terminat)\w*[^.;]{0,120}(?:continue to|entitled to|right to|may)[^.;]{0,60}(?:sell|use|distribut|receive|market|fulfil)/,
      /(?:expir|terminat)\w*[^.;]{0,160}(?:inventory|stock|work in (?:process|progress)|unsold|remaining|raw material|outstanding orders|purchase orders)/,
      /(?:return|destroy)[^.;]{0,80}(?:confidential|information|copies)|immediately cease|cease (?:all )?us/,
      /surviv\w*[^.;]{0,60}(?:terminat|expir)|(?:terminat|expir)[^.;]{0,60}surviv/,
      /(?:terminat|expir)\w*[^.;]{0,160}(?:shall pay|will pay|shall be paid|be entitled to receive|accrued|due and (?:owing|payable)|compensat|reimburse)/,
      /(?:records?|books)[^.;]{0,160}(?:after|following)[^.;]{0,40}(?:terminat|expir)/,
    ],
  },
  {
    stems: ['audit', 'inspect', 'examin', 'books', 'records'],
    cues: [
      /(?:audit|inspect|examin)\w*[^.;]{0,100}(?:books|records|account|premises|facilit|report|document)|(?:books|records|accounts)[^.;]{0,120}(?:audit|inspect|examin)/,
      /(?:right|entitled|permit|allow|may)[^.;]{0,80}(?:audit|inspect|examin|review|visit)/,
      /(?:cost|expense)s? of[^.;]{0,40}(?:audit|examination|inspection)|audit(?:or)?[^.;]{0,120}(?:discrepanc|underpay|underpaid|understat)/,
      /(?:keep|maintain|retain)[^.;]{0,80}(?:books|records|accounts)/,
    ],
  },
  {
    stems: ['liab', 'damages', 'limit', 'remed', 'indemnif'],
    cues: [
      /(?:except|other than|excluding|limitation|shall not apply|notwithstanding|save)[^.;]{0,200}(?:gross negligence|wil+ful|indemnif|fraud|breach of (?:section|confidential|article)|death|personal injury)/,
      /(?:limitation|exclusion|foregoing|section|cap)s?[^.;]{0,80}(?:shall|will|do|does) not (?:apply|limit)/,
      /(?:nothing|not)[^.;]{0,60}(?:limit|exclude|restrict)s?[^.;]{0,80}liab/,
      /(?:in no event|under no circumstances|neither party|not be liable|no liability|nor shall)[^.;]{0,200}(?:consequential|incidental|indirect|special|punitive|damages|lost profits|loss)/,
      /(?:except|other than|excluding)[^.;]{0,240}(?:in no event|not be liable|neither party|no liability)|(?:in no event|not be liable|neither party)[^.;]{0,400}(?:except|other than|provided)/,
      /(?:aggregate|total|maximum|entire|cumulative)[^.;]{0,40}(?:liability|damages)|liability[^.;]{0,160}(?:exceed|limited to|not be greater|capped)/,
      /(?:sole|exclusive) (?:and exclusive )?(?:remedy|liability|obligation)/,
      /(?:unlimited|without limit)[^.;]{0,40}liab|liab[^.;]{0,60}(?:unlimited|without limit)/,
      /no (?:claim|action)[^.;]{0,80}(?:after|within|more than)[^.;]{0,60}(?:year|month|days)/,
    ],
  },
  {
    stems: [
      'liquidated',
      'penalt',
      'termination fee',
      'early termination',
      'late',
      'cancellation',
      'forfeit',
      'damages',
      'credit',
    ],
    cues: [
      /liquidated damages|not (?:as )?a penalty|as (?:a )?penalty|penalt(?:y|ies)[^.;]{0,80}(?:pay|paid|per day|each day|%|\$)/,
      /(?:termination|cancellation|break-?up|early termination) (?:fee|charge|payment)s?/,
      /(?:terminat|cancel)\w*[^.;]{0,160}(?:shall pay|will pay|pay to|liable for|forfeit|be obligated to pay)[^.;]{0,120}(?:\$|percent|%|remaining|fee|sum|amount)/,
      /late (?:fee|charge|payment|delivery)|for each day|per day of delay/,
    ],
  },
  {
    stems: ['warrant', 'defect'],
    cues: [
      /warrant\w*[^.;]{0,200}(?:days|months|years?)\b/,
      /warranty period|period of warranty|warranty (?:term|shall|will) (?:be|extend|expire|last|commence)/,
      /(?:free from|free of)[^.;]{0,40}defects?[^.;]{0,160}(?:for|period|days|months|year)/,
      /(?:for|within)[^.;]{0,40}(?:days|months|years?)[^.;]{0,80}(?:after|from|following|of)[^.;]{0,60}(?:deliver|accept|ship|install|completion|purchase)[^.;]{0,200}(?:defect|warrant|conform)/,
    ],
  },
  {
    stems: ['insur', 'policy', 'policies', 'coverage'],
    cues: [
      /(?:maintain|obtain|carry|procure|keep|purchase|provide)[^.;]{0,80}insurance/,
      /insur(?:ance|ed|er)[^.;]{0,80}(?:policy|policies|coverage|certificate|limits?|additional insured|occurrence)/,
      /additional (?:named )?insured|certificates? of insurance|waiver of subrogation|(?:each|per) occurrence|combined single/,
      /(?:workers'? comp|commercial general|automobile|umbrella|errors and omissions|professional) ?[^.;]{0,20}(?:liability|insurance|compensation)/,
    ],
  },
  {
    stems: [
      'contest',
      'challenge',
      'attack',
      'dispute',
      'sue',
      'assert',
      'oppose',
      'question',
      'release',
      'waive',
      'discharge',
      'invalid',
    ],
    cues: [
      /(?:not|never|no|nor|neither)[^.;]{0,100}(?:contest|challenge|attack|dispute|oppose|question|impugn|impair)[^.;]{0,120}(?:validity|ownership|right|title|trademark|patent|mark|enforceab|registr)/,
      /(?:not|never|nor)[^.;]{0,60}(?:sue|assert|bring|commence|institute|file)[^.;]{0,80}(?:claim|action|suit|proceeding|against)/,
      /covenants? not to (?:sue|assert|bring)|(?:forever |fully )?(?:releases?|discharges?)[^.;]{0,120}(?:claim|liabilit|action|cause|demand|obligation)/,
      /(?:waives?|waiver)[^.;]{0,80}(?:claim|right to (?:sue|bring|make)|recourse|action|damages)/,
      /(?:not|nor)[^.;]{0,80}(?:adopt|use|regist|apply)\w*[^.;]{0,100}confusingly similar/,
    ],
  },
  {
    stems: ['beneficiar', 'third part', 'third-part', 'other than the parties', 'inure'],
    cues: [
      /(?:no|not|nor|without|nothing|neither|none|solely|only)[^.;]{0,160}third[ -]part(?:y|ies)(?:'s)? benefici/,
      /(?<!no |not |nor |any |not intended )(?:intended|express) (?:intended )?third[ -]party benef|(?:is|are|be|as) (?:an? |the )?(?:intended |express )?third[ -]party benef/,
      /(?:except|other than|provided|however|notwithstanding)[^.;]{0,160}third[ -]part(?:y|ies)(?:'s)? benefici|third[ -]party benefici[^.;]{0,160}(?:except|other than|provided|entitled to enforce)/,
      /no(?:t|thing)?[^.;]{0,60}(?:person|entity|third part)[^.;]{0,60}(?:other than|not a part)[^.;]{0,60}(?:part|right|benefit)/,
      /(?:inure|for the benefit)[^.;]{0,60}(?:third part|affiliates|lenders|indemn|franchisor)|may (?:directly )?enforce/,
    ],
  },
]
