import type { AttributeValue, NodeJson } from '../../document/document-json.ts'
import type {
  DutyKind,
  KpiDirection,
  KpiMaturity,
  KpiPartName,
  ReviewScope,
  ShareBasis,
  ShareRule,
} from '../../document/node-types.ts'
import { inline } from './inline.ts'

/*
 * Small functions from which templates are put together. Prose is written in the notation of `inline`; parties and steps are
 * named by a short key, which `compose` turns into the ids of the finished text.
 */

type Attributes = Readonly<Record<string, AttributeValue>>

const block = (type: string, attrs: Attributes, content: readonly NodeJson[] = []): NodeJson => ({
  type,
  attrs: Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== null)),
  ...(content.length > 0 && { content }),
})

/** Names a party or a step until `compose` knows the ids. */
const partyKey = (key: string | undefined) => (key === undefined ? null : `party:${key}`)
const stepKey = (key: string | undefined) => (key === undefined ? null : `step:${key}`)

/** A clause: a numbered heading and what belongs to it. */
export const clause = (title: string, ...blocks: readonly NodeJson[]): NodeJson[] => [
  block('heading', { level: 1 }, inline(title)),
  ...blocks,
]

/** A heading below a clause. */
export const subheading = (title: string): NodeJson => block('heading', { level: 2 }, inline(title))

/** A paragraph. */
export const p = (text: string): NodeJson => block('paragraph', {}, inline(text))

const items = (texts: readonly string[]) => texts.map(text => block('listItem', {}, [p(text)]))

/** A list in which the order means nothing. */
export const bullets = (...texts: readonly string[]): NodeJson => block('bulletList', {}, items(texts))

/** A list whose items are taken in turn. */
export const numbered = (...texts: readonly string[]): NodeJson =>
  block('orderedList', { start: 1 }, items(texts))

/** An organisation that signs. */
export const party = (
  key: string,
  fields: {
    readonly name: string
    readonly shortName: string
    readonly kind: string
    readonly registration: string
    readonly address: string
    readonly contact: string
  },
  text: string,
): NodeJson => block('party', { id: `party:${key}`, ...fields }, inline(text))

/** A share table; each row is a party's key, its percentage, why, and where there is money its amount. */
export const shares = (
  basis: ShareBasis,
  rule: ShareRule,
  rows: readonly (readonly [party: string, percent: string, reason: string, amount?: string])[],
  money?: { readonly currency: string; readonly total: string },
): NodeJson =>
  block(
    'shareTable',
    { basis, rule, ...money },
    rows.map(([party, percent, reason, amount = null]) =>
      block('shareRow', { partyId: `party:${party}`, percent, amount }, inline(reason)),
    ),
  )

/** A step of the chain of service; without a receiver it goes to the clients. */
export const step = (
  key: string,
  way: { readonly from: string; readonly to?: string; readonly due: string },
  handOver: string,
): NodeJson =>
  block(
    'serviceStep',
    {
      id: `step:${key}`,
      providerPartyId: `party:${way.from}`,
      receiver: partyKey(way.to) ?? 'clients',
      due: way.due,
    },
    inline(handOver),
  )

/** A duty that somebody holds; without a party it is neutral. */
export const role = (
  kind: DutyKind,
  held: { readonly holder: string; readonly party?: string },
  duty: string,
): NodeJson => block('role', { kind, partyId: partyKey(held.party), holder: held.holder }, inline(duty))

/** Who shall do what, by when or how often. */
export const obligation = (
  party: string,
  when: { readonly due?: string; readonly every?: string },
  text: string,
): NodeJson =>
  block(
    'obligation',
    { partyId: `party:${party}`, due: when.due ?? null, recurrence: when.every ?? null },
    inline(text),
  )

/** When something is looked at again. */
export const review = (
  scope: ReviewScope,
  clock: { readonly every: string; readonly next?: string },
  text: string,
): NodeJson => block('review', { scope, cadence: clock.every, nextOn: clock.next ?? null }, inline(text))

/** A KPI definition. */
export function kpi(definition: {
  readonly parts: Readonly<Record<KpiPartName, string>>
  readonly unit: string
  readonly direction: KpiDirection
  readonly baseline: string
  readonly baselineDate?: string
  readonly target: string
  readonly targetDate?: string
  readonly every: string
  readonly owner: string
  readonly verifier?: string
  readonly maturity: KpiMaturity
  readonly revisitOn?: string
  readonly step?: string
}): NodeJson {
  const { parts, every, owner, verifier, step, ...attributes } = definition
  const lines = Object.entries(parts).map(([part, text]) => block('kpiPart', { part }, inline(text)))
  return block(
    'kpi',
    {
      ...attributes,
      cadence: every,
      ownerPartyId: partyKey(owner),
      verifierPartyId: partyKey(verifier),
      stepId: stepKey(step),
    },
    lines,
  )
}
