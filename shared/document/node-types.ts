/** Bumped when a node, mark or attribute is added. A client that is older than a document's version opens it read-only. */
export const SCHEMA_VERSION = 2

/** Names of the top-level Yjs types and keys of the `body` room. */
export const BODY_FRAGMENT = 'body'
export const META_MAP = 'meta'
export const META_TITLE = 'title'
export const META_SCHEMA_VERSION = 'schemaVersion'

/** What a share table divides. */
export const SHARE_BASES = ['cost', 'benefit', 'vote', 'risk', 'exit'] as const
export type ShareBasis = (typeof SHARE_BASES)[number]

/** The rule by which shares are said to be divided; a departure from it needs a reason in the row's text. */
export const SHARE_RULES = ['equal', 'usage', 'population', 'value', 'agreed'] as const
export type ShareRule = (typeof SHARE_RULES)[number]

/** Duties named in the text. */
export const DUTY_KINDS = ['commissioner', 'service-manager', 'chair', 'custom'] as const
export type DutyKind = (typeof DUTY_KINDS)[number]

/** Lines of a KPI definition, in the order in which they are shown. `value` names the value the KPI serves, and for whom. */
export const KPI_PARTS = ['name', 'value', 'definition', 'formula', 'source', 'limits'] as const
export type KpiPartName = (typeof KPI_PARTS)[number]

export const KPI_DIRECTIONS = ['up', 'down', 'hold'] as const
export type KpiDirection = (typeof KPI_DIRECTIONS)[number]

export const KPI_MATURITIES = ['draft', 'trial', 'agreed', 'retired'] as const
export type KpiMaturity = (typeof KPI_MATURITIES)[number]

export const REVIEW_SCOPES = ['agreement', 'kpis', 'costs'] as const
export type ReviewScope = (typeof REVIEW_SCOPES)[number]

/** What a `term` mark says of the text that it covers. */
export const TERM_KINDS = [
  'effective-date',
  'expiry',
  'term-length',
  'renewal',
  'notice-period',
  'governing-law',
  'amount',
  'liability-cap',
  'confidentiality-period',
  'payment-term',
  'insurance',
  'definition',
] as const
export type TermKind = (typeof TERM_KINDS)[number]

/** Attributes of each node that Parley adds, all strings or null. The order is the order on screen. */
export const NODE_ATTRIBUTES = {
  party: ['id', 'name', 'shortName', 'kind', 'registration', 'address', 'contact'],
  partyRef: ['partyId'],
  shareTable: ['id', 'basis', 'rule', 'currency', 'total'],
  shareRow: ['id', 'partyId', 'percent', 'amount'],
  serviceStep: ['id', 'providerPartyId', 'receiver', 'due'],
  role: ['id', 'kind', 'partyId', 'holder'],
  obligation: ['id', 'partyId', 'due', 'recurrence'],
  kpi: [
    'id',
    'unit',
    'direction',
    'baseline',
    'baselineDate',
    'target',
    'targetDate',
    'cadence',
    'ownerPartyId',
    'verifierPartyId',
    'maturity',
    'revisitOn',
    'stepId',
  ],
  kpiPart: ['id', 'part'],
  review: ['id', 'scope', 'cadence', 'nextOn'],
} as const

/** A node type that Parley adds to the text. */
export type AgreementNodeType = keyof typeof NODE_ATTRIBUTES

/**
 * Attributes of the marks `insertion` and `deletion`. One change may have several pieces, which share its `id`; `date` is as the
 * file stated it; `move` is set on both halves of a move.
 */
export const CHANGE_ATTRIBUTES = ['id', 'author', 'date', 'move'] as const

/** Blocks that may be part of a proposed change: of a paragraph or heading its end (the break after it), of a table its row. */
export const CHANGEABLE_BLOCKS = ['paragraph', 'heading', 'tableRow'] as const

/** What such a block states of the change that inserted it and of the one that would delete it. */
export const BLOCK_CHANGE_ATTRIBUTES = [
  'insertedId',
  'insertedBy',
  'insertedAt',
  'deletedId',
  'deletedBy',
  'deletedAt',
] as const
