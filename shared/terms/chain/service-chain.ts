import { partyNames } from '../readable-text.ts'
import type { Source, StepTerm, Terms } from '../terms.ts'
import { whenInWords } from '../words.ts'
import { loopsIn } from './loops-in.ts'

/** Somebody who provides or receives a step: a party (by its id) or the clients. */
export interface ChainNode {
  readonly id: string
  readonly kind: 'party' | 'clients'
  readonly name: string
}

/** A step as an arrow. An end is null where nobody, or no party of the text, is named. `number` counts from 1 as steps are called in the text. */
export interface ChainEdge extends Source {
  readonly stepId: string
  readonly number: number
  readonly from: string | null
  readonly to: string | null
  readonly handOver: string
  readonly due: string | null
  readonly kpiIds: readonly string[]
  /** The arrow in a sentence, for a list and a screen reader. */
  readonly sentence: string
}

/**
 * What is odd about the chain. `nobody-receives`: the receiver is named, but is no party of the text, so that the hand-over is
 * lost; `no-receiver`: none is named. A loop is no error in itself: a service may well come back.
 */
export interface ChainMark {
  readonly kind: 'no-provider' | 'no-receiver' | 'nobody-receives' | 'no-kpi' | 'party-without-step' | 'loop'
  readonly stepIds: readonly string[]
  readonly nodeIds: readonly string[]
  readonly message: string
}

/** The chain of service: nodes in the order of the text with the clients last, arrows in the order of the steps. */
export interface ServiceChain {
  readonly nodes: readonly ChainNode[]
  readonly edges: readonly ChainEdge[]
  readonly marks: readonly ChainMark[]
}

const CLIENTS = 'clients'

/** The chain of service as a graph. Parties without a step are nodes too; the clients are one only where a step reaches them. */
export function serviceChain(terms: Terms): ServiceChain {
  const nodes = chainNodes(terms)
  const nameOf = new Map(nodes.map(node => [node.id, node.name]))
  const edges = terms.steps.map((step, index) => chainEdge(terms, step, index + 1, nameOf))
  return {
    nodes,
    edges,
    marks: [
      ...terms.steps.flatMap((step, index) => endMarks(step, edges[index])),
      ...edges.filter(edge => edge.kpiIds.length === 0).map(withoutKpi),
      ...partiesWithoutStep(nodes, edges),
      ...loopMarks(edges, nameOf),
    ],
  }
}

function chainNodes({ parties, steps }: Terms): ChainNode[] {
  const nameOf = partyNames(parties)
  const ids = [...new Set(parties.map(party => party.id))]
  const nodes: ChainNode[] = ids.map(id => ({ id, kind: 'party', name: nameOf(id) }))
  const reachesClients = steps.some(step => step.receiver === CLIENTS)
  return reachesClients ? [...nodes, { id: CLIENTS, kind: 'clients', name: 'the clients' }] : nodes
}

function chainEdge(
  terms: Terms,
  step: StepTerm,
  number: number,
  nameOf: ReadonlyMap<string, string>,
): ChainEdge {
  const node = (id: string | null) => (id !== null && nameOf.has(id) ? id : null)
  const name = (id: string | null) => nameOf.get(id ?? '') ?? 'nobody yet'
  const [from, to] = [node(step.providerPartyId), node(step.receiver)]
  const due = step.due ? `, due ${whenInWords(step.due)}` : ''
  const what = step.handOver || 'nothing stated'
  return {
    stepId: step.id,
    blockId: step.blockId,
    clauseId: step.clauseId,
    number,
    from,
    to,
    handOver: step.handOver,
    due: step.due,
    kpiIds: terms.kpis.filter(kpi => kpi.stepId === step.id).map(kpi => kpi.id),
    sentence: `Step ${number}, from ${name(from)} to ${name(to)}${due}: ${what}`,
  }
}

function endMarks(step: StepTerm, edge: ChainEdge | undefined): ChainMark[] {
  if (!edge) return []
  const mark = (kind: ChainMark['kind'], end: string | null, message: string): ChainMark => ({
    kind,
    stepIds: [step.id],
    nodeIds: end === null ? [] : [end],
    message: `Step ${edge.number} ${message}`,
  })
  return [
    ...(edge.from === null ? [mark('no-provider', edge.to, 'has nobody who provides it.')] : []),
    ...(edge.to !== null
      ? []
      : step.receiver === null
        ? [mark('no-receiver', edge.from, 'does not say who receives it.')]
        : [mark('nobody-receives', edge.from, 'is handed to a party that is not in the text.')]),
  ]
}

const withoutKpi = (edge: ChainEdge): ChainMark => ({
  kind: 'no-kpi',
  stepIds: [edge.stepId],
  nodeIds: [],
  message: `Step ${edge.number} has no KPI.`,
})

const partiesWithoutStep = (nodes: readonly ChainNode[], edges: readonly ChainEdge[]): ChainMark[] =>
  nodes
    .filter(node => !edges.some(edge => edge.from === node.id || edge.to === node.id))
    .map(node => ({
      kind: 'party-without-step',
      stepIds: [],
      nodeIds: [node.id],
      message: `${node.name} neither provides nor receives a step.`,
    }))

function loopMarks(edges: readonly ChainEdge[], nameOf: ReadonlyMap<string, string>): ChainMark[] {
  const ways = new Map<string, string[]>([...nameOf.keys()].map(id => [id, []]))
  for (const { from, to } of edges) if (from !== null && to !== null) ways.get(from)?.push(to)
  return loopsIn(ways).map(loop => {
    const inside = (id: string | null) => id !== null && loop.includes(id)
    const [only] = loop
    const names = loop.map(id => nameOf.get(id)).join(', ')
    return {
      kind: 'loop',
      stepIds: edges.filter(edge => inside(edge.from) && inside(edge.to)).map(edge => edge.stepId),
      nodeIds: loop,
      message:
        loop.length === 1
          ? `${nameOf.get(only ?? '')} hands a step over to itself.`
          : `The service comes back to where it was, between ${names}.`,
    }
  })
}
