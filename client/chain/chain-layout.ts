import { Graph, layout } from '@dagrejs/dagre'
import type { ChainEdge, ChainMark, ChainNode, ServiceChain } from '../../shared/terms/chain/service-chain.ts'
import { wrapText } from './wrap-text.ts'

/** A box with its middle and its size, in pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly string[]
}

export interface PlacedNode extends Box {
  readonly id: string
  /** `nobody` stands at the end of an arrow for which no party is named. */
  readonly kind: ChainNode['kind'] | 'nobody'
  readonly isMarked: boolean
}

export interface PlacedEdge {
  readonly edge: ChainEdge
  /** SVG path from the box that provides to the one that receives. */
  readonly path: string
  readonly label: Box
  readonly marks: readonly ChainMark['kind'][]
}

export interface ChainPicture {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

/** From left to right where there is room, else from top to bottom. */
export type Direction = 'LR' | 'TB'

const LINE = 18
const NODE = { characters: 22, perCharacter: 8, padding: 28, minWidth: 96 } as const
const LABEL = { characters: { LR: 26, TB: 15 }, perCharacter: 6.7, padding: 44, lines: 3 } as const

/**
 * Where everything stands. Boxes are sized by the number of characters, so that no browser has to measure them. The same chain
 * gives the same picture.
 */
export function chainLayout(chain: ServiceChain, direction: Direction): ChainPicture {
  const graph = new Graph({ multigraph: true, directed: true })
  graph.setGraph({ rankdir: direction, nodesep: 24, ranksep: 44, edgesep: 16, marginx: 12, marginy: 16 })
  const marked = new Set(
    chain.marks.flatMap(mark => (mark.kind === 'party-without-step' ? mark.nodeIds : [])),
  )
  const nodes = [
    ...chain.nodes.map(node => ({
      ...nodeBox(node.name),
      id: node.id,
      kind: node.kind,
      isMarked: marked.has(node.id),
    })),
    ...chain.edges.flatMap(nobodies),
  ]
  for (const node of nodes) graph.setNode(node.id, { width: node.width, height: node.height })
  for (const edge of chain.edges) {
    const { width, height } = labelBox(edge, direction)
    const [from, to] = ends(edge)
    graph.setEdge(from, to, { width, height, labelpos: 'c' }, edge.stepId)
  }
  layout(graph)
  const size = graph.graph()
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    nodes: nodes.map(node => ({ ...node, ...placeOf(graph.node(node.id)) })),
    edges: chain.edges.map(edge => placedEdge(graph, edge, chain.marks, direction)),
  }
}

/** An end without a party gets a box of its own, so that the arrow is seen to lead nowhere. */
const ends = ({ stepId, from, to }: ChainEdge) =>
  [from ?? `nobody-from-${stepId}`, to ?? `nobody-to-${stepId}`] as const

const nobodies = (edge: ChainEdge): PlacedNode[] =>
  [edge.from, edge.to].flatMap((end, index) =>
    end === null
      ? [{ ...nodeBox('nobody yet'), id: ends(edge)[index] ?? '', kind: 'nobody' as const, isMarked: true }]
      : [],
  )

const placeOf = (place: { x?: number; y?: number }) => ({ x: place.x ?? 0, y: place.y ?? 0 })

function nodeBox(name: string): Box {
  const lines = wrapText(name, NODE.characters, 3)
  const longest = Math.max(0, ...lines.map(line => line.length))
  return {
    x: 0,
    y: 0,
    width: Math.max(NODE.minWidth, longest * NODE.perCharacter + NODE.padding),
    height: lines.length * LINE + 22,
    lines,
  }
}

function labelBox(edge: ChainEdge, direction: Direction): Box {
  const lines = wrapText(edge.handOver || 'nothing stated', LABEL.characters[direction], LABEL.lines)
  const longest = Math.max(0, ...lines.map(line => line.length))
  return {
    x: 0,
    y: 0,
    width: Math.ceil(longest * LABEL.perCharacter) + LABEL.padding,
    height: lines.length * LINE + 14,
    lines,
  }
}

function placedEdge(
  graph: Graph,
  edge: ChainEdge,
  marks: readonly ChainMark[],
  direction: Direction,
): PlacedEdge {
  const [from, to] = ends(edge)
  const placed = graph.edge(from, to, edge.stepId)
  return {
    edge,
    path: smooth(placed.points ?? []),
    label: { ...labelBox(edge, direction), ...placeOf(placed) },
    marks: marks.filter(mark => mark.stepIds.includes(edge.stepId)).map(mark => mark.kind),
  }
}

/** Through the middles between the points, so that a turn is a curve; ends exactly where the points end. */
function smooth(points: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...rest] = points
  const last = rest.at(-1)
  if (!first || !last) return ''
  const at = (x: number, y: number) => `${x.toFixed(1)},${y.toFixed(1)}`
  const curves = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point
    const isLast = index === rest.length - 2
    const end = isLast ? at(next.x, next.y) : at((point.x + next.x) / 2, (point.y + next.y) / 2)
    return `Q${at(point.x, point.y)} ${end}`
  })
  return curves.length > 0
    ? `M${at(first.x, first.y)} ${curves.join(' ')}`
    : `M${at(first.x, first.y)} L${at(last.x, last.y)}`
}
