import type { CueGroup } from './cue-group.ts'

/** Turns of phrase about what a party shall not do or do with nobody else. */
export const CONDUCT_CUES: readonly CueGroup[] = [
  {
    stems: ['favor', 'favour', 'lower', 'lowest', 'better', 'comparable'],
    cues: [
      /most favou?red|favou?red (?:nation|customer)/,
      /(?:no less|not less|as|at least as|more|less) favou?rable[^.;]{0,80}(?:than|as|to)[^.;]{0,80}(?:other|third|any|customer|licensee)/,
      /(?:lower|lowest|better|more favou?rable|best) (?:price|terms|pricing|rate|royalt|fee|condition)[^.;]{0,120}(?:third part|other|any|customer)/,
    ],
  },
  {
    stems: ['compet', 'similar', 'engage in', 'noncompet', 'own, manage', 'restrict'],
    cues: [
      /(?:shall|will|agrees?|may|covenants?|can|must)(?: that (?:it|he|she|they) (?:shall|will))? not[^.;]{0,200}compet(?:e|es|ing|itive|itor|ition)/,
      /(?:non-?compet|not to compete|covenant not to)/,
      /competing (?:product|business|service|program|technolog)|competitive (?:product|business|service|with)|compete,? directly|direct(?:ly)?(?: or |\/|, )indirect(?:ly)?[^.;]{0,80}compet/,
      /(?:shall|will|agrees?|may) not[^.;]{0,120}(?:engage|participate|invest|own|manage|operate)[^.;]{0,120}(?:business|venture|enterprise|entity|similar)/,
      /own, manage|(?:owner|partner|shareholder|stockholder|director|officer)[^.;]{0,80}(?:competing|competitive|similar|same) /,
      /(?:shall|will|agrees?|may) not[^.;]{0,160}(?:same|similar|identical|substantially similar)[^.;]{0,60}(?:product|service|promotion|program|business|endors)/,
      /(?:nothing|not prevent|not preclude|not prohibit|free to|not restrict)[^.;]{0,120}(?:compet|similar)/,
    ],
  },
  {
    stems: ['exclusiv', 'nonexclusiv', 'only', 'sole'],
    cues: [
      /(?<!non-|non |non|not an |not |mutually |co-)exclusive(?:,|\s)[^.;]{0,60}(?:right|licen[sc]e|distribut|supplier|provider|agent|basis|territor|appoint|purchas|sponsor|partner|manufactur|vendor|representative|market)/,
      /non-?\s?exclusiv/,
      /(?:purchase|obtain|buy|procure|order|source|use|sell|provide|supply|market|distribute|deal|work|manufactur)\w*[^.;]{0,60}exclusively|exclusively[^.;]{0,60}(?:from|to|by|through|with|for)/,
      /exclusive (?:jurisdiction|venue|property|owner|remed|control|of any|forum)|exclusive of|exclusive and/,
      /\bexclusivity\b/,
      /(?:sole|only) (?:and exclusive )?(?:provider|supplier|distributor|agent|source|vendor|manufacturer|representative|sponsor|partner|licensee)/,
      /(?:appoint|grant|engag|designat)\w*[^.;]{0,80}(?<!non-)exclusive/,
      /during the (?:term|exclusiv)[^.;]{0,100}exclusiv/,
    ],
  },
  {
    stems: ['any other', 'third part', 'another', 'other than', 'others', 'anyone'],
    cues: [
      /(?:shall|will|agrees?|may)(?: that it (?:shall|will))? not[^.;]{0,160}(?:any other|third part|another|anyone|other person|others)[^.;]{0,80}(?:purchas|sell|distribut|licens|suppl|market|promot|engag|provid|endors|sponsor)/,
      /(?:shall|will|agrees?|may)(?: that it (?:shall|will))? not[^.;]{0,120}(?:appoint|grant|license|authori[sz]e|sell|market|promote|distribute|purchase|endorse|enter into)[^.;]{0,120}(?:any other|third part|another|anyone|other than|others)/,
    ],
  },
  {
    stems: ['solicit', 'hire', 'recruit', 'entice', 'induce', 'divert'],
    cues: [
      /(?:solicit|hire|recruit|entice|induce|engage|employ)[^.;]{0,120}(?:employee|personnel|staff|person(?:s)? employed|consultant|independent contractor|worker)/,
      /(?:not|nor|neither|refrain)[^.;]{0,160}(?:solicit|hire|recruit|entice|induce|offer employment)[^.;]{0,160}(?:employ|personnel|staff|consultant)/,
      /(?:solicit|divert|induce|entice|interfere|contact|call (?:up)?on|take away)[^.;]{0,120}(?:customer|client|account|subscriber|merchant|vendor|supplier|patient|member|business relation)/,
      /(?:not|nor|neither|refrain)[^.;]{0,160}(?:solicit|divert|entice|induce)[^.;]{0,120}(?:customer|client|account|subscriber|merchant|business)/,
    ],
  },
  {
    stems: [
      'disparag',
      'derog',
      'defam',
      'detriment',
      'disrepute',
      'reputation',
      'goodwill',
      'denigrat',
      'tarnish',
      'ridicule',
      'scandal',
      'image',
      'embarrass',
    ],
    cues: [
      /disparag|derogat|denigrat|malign/,
      /(?:not|nor|neither|never|refrain|without)[^.;]{0,160}(?:disparag|derogat|denigrat|defam|malign|negative (?:statement|comment))/,
      /(?:not|nor|neither|refrain)[^.;]{0,160}(?:injur|damag|tarnish|reflect|detriment|harm|diminish|prejudic|impair|adverse)\w*[^.;]{0,60}(?:reputation|goodwill|image|name|integrity|standing|mark)/,
      /disrepute|public (?:ridicule|scandal|contempt|hatred)|ridicule|moral|embarrass/,
      /(?:injur|damag|tarnish|reflect|detriment|harm|diminish)\w*[^.;]{0,60}(?:reputation|goodwill|image)/,
    ],
  },
]
