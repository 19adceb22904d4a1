/** What a column of a table, or a labelled line, says of a measure. `step`: the value of one year among several. */
export type ColumnRole = 'name' | 'unit' | 'baseline' | 'target' | 'step' | 'cadence' | 'owner' | 'other'

/** In this order: the first that fits counts. `Target date` is no target, `Source of data` no start. */
const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'other',
    /\b(?:price|cost|fees?|amount|payment|deduction|credits?|penalt\w*|malus|bonus|due|dates?|deadline|weight\w*|budget|source|verification|evidence|quantity|pieces|remarks?|comments?|notes?|method|formula|annex|clause|means)\b/i,
  ],
  ['unit', /^units?\b|\bunit of measure/i],
  [
    'cadence',
    /\b(?:frequency|how often|cadence|interval|periodicity|rhythm|reporting(?! unit)|reported|review(?:ed)?|collected|collection|measured|measurement period|measurement|evaluation)\b/i,
  ],
  [
    'owner',
    /\b(?:owners?|responsib\w*|who|lead|accountable|reported by|reports|in charge|held by|provided by|measured by)\b/i,
  ],
  [
    'baseline',
    /\b(?:base ?line|base (?:year|value)|start(?:ing)?(?: (?:point|value|level))?|today|current(?:ly)?|now|at present|present(?: value| level)?|actuals?|outturn|status quo|initial|as[- ]is|last year|this year|previous|before|achieved)\b/i,
  ],
  [
    'target',
    /\b(?:targets?|goals?(?! description)|aims?|thresholds?|minimum|maximum|min\.?|max\.?|end value|final(?: value)?|agreed (?:value|level)|required|requirement|limit|planned|expected|to be|should be|next year|acceptable|at least|at most|commitment|promise|end of (?:project|grant|term))\b|^(?:service )?levels?$|^values?$/i,
  ],
  [
    'step',
    /^(?:(?:in |by |end )?(?:19|20)\d\d(?:[/-]\d{2,4})?|(?:service |contract )?year (?:\d|one|two|three|four|five)|y\d|q[1-4])$/i,
  ],
  [
    'name',
    /\b(?:indicators?|measures?|kpis?|metrics?|service levels?|services?|standards?|results?|outcomes?|outputs?|objectives?|criteri(?:on|a)|parameters?|activity|description|priority|severity|class|category|performance|name|what|area|system|item)\b/i,
  ],
]

/** Heads of columns that name measures themselves, before those that group them. */
export const NAMES_MEASURE =
  /\b(?:indicators?|measures?|kpis?|metrics?|service levels?|performance|criteri(?:on|a)|standards?)\b/i

/** The role that the head of a column or a label gives it; null where its words tell none. */
export function columnRole(head: string): ColumnRole | null {
  const text = head.trim()
  if (text === '' || text.length > 60) return null
  // A year with what it is: `2024 outturn`, `target 2028`.
  return ROLES.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
