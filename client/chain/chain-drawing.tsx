import { useId } from 'react'
import classes from './chain.module.css'
import type { Box, ChainPicture, PlacedEdge, PlacedNode } from './chain-layout.ts'

interface ChainDrawingProps {
  readonly picture: ChainPicture
  readonly onOpen: (blockId: string) => void
  /** The block of a party, for a click on its box; null where there is none. */
  readonly blockOf: (nodeId: string) => string | null
}

const LINE = 18

/** The chain as boxes and arrows, for the eye and the mouse: the list below it says the same to everybody. */
export function ChainDrawing({ picture, onOpen, blockOf }: ChainDrawingProps) {
  const arrow = useId()
  const { width, height, nodes, edges } = picture
  return (
    <svg
      className={classes.drawing}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
      focusable="false"
    >
      <defs>
        <marker
          id={arrow}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto-start-reverse"
        >
          <path className={classes.arrowHead} d="M0,0.5 L8,4 L0,7.5 z" />
        </marker>
      </defs>
      {edges.map(({ edge, path, marks }) => (
        <path
          key={edge.stepId}
          className={classes.arrow}
          data-broken={isBroken(marks) || undefined}
          data-loop={marks.includes('loop') || undefined}
          d={path}
          markerEnd={`url(#${arrow})`}
        />
      ))}
      {nodes.map(node => (
        <NodeBox key={node.id} node={node} blockId={blockOf(node.id)} onOpen={onOpen} />
      ))}
      {edges.map(placed => (
        <StepLabel key={placed.edge.stepId} placed={placed} onOpen={onOpen} />
      ))}
    </svg>
  )
}

const isBroken = (marks: PlacedEdge['marks']) =>
  marks.some(mark => mark === 'no-provider' || mark === 'no-receiver' || mark === 'nobody-receives')

const corner = ({ x, y, width, height }: Box) => ({ x: x - width / 2, y: y - height / 2, width, height })

interface NodeBoxProps {
  readonly node: PlacedNode
  readonly blockId: string | null
  readonly onOpen: (blockId: string) => void
}

const NodeBox = ({ node, blockId, onOpen }: NodeBoxProps) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; the lists below hold a button for each place
  <g
    className={classes.node}
    data-kind={node.kind}
    data-marked={node.isMarked || undefined}
    data-open={blockId === null ? undefined : true}
    onClick={() => blockId !== null && onOpen(blockId)}
  >
    <rect className={classes.box} {...corner(node)} rx={node.kind === 'clients' ? node.height / 2 : 6} />
    <Lines box={node} x={node.x} anchor="middle" />
  </g>
)

function StepLabel({
  placed,
  onOpen,
}: {
  readonly placed: PlacedEdge
  readonly onOpen: (id: string) => void
}) {
  const { label, edge, marks } = placed
  const { x, y, width, height } = corner(label)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; the list below holds a button for each step
    <g
      className={classes.step}
      data-broken={isBroken(marks) || undefined}
      data-open
      onClick={() => onOpen(edge.blockId)}
    >
      <title>{edge.sentence}</title>
      <rect className={classes.box} x={x} y={y} width={width} height={height} rx="6" />
      <text className={classes.stepNumber} x={x + 16} y={label.y + 4.5} textAnchor="middle">
        {edge.number}
      </text>
      <Lines box={label} x={x + 32} anchor="start" />
      {marks.includes('no-kpi') && <circle className={classes.noKpi} cx={x + width} cy={y} r="4.5" />}
    </g>
  )
}

const Lines = ({ box, x, anchor }: { box: Box; x: number; anchor: 'start' | 'middle' }) => (
  <text className={classes.words} textAnchor={anchor}>
    {box.lines.map((line, index) => (
      <tspan
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other name
        key={index}
        x={x}
        y={box.y + 4.5 + (index - (box.lines.length - 1) / 2) * LINE}
      >
        {line}
      </tspan>
    ))}
  </text>
)
