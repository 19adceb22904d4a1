import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ChainMark, ServiceChain } from '../../shared/terms/chain/service-chain.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import { whenInWords } from '../../shared/terms/words.ts'
import classes from './chain.module.css'

interface ChainListProps {
  readonly chain: ServiceChain
  readonly onJump: (blockId: string) => void
}

/** A lost hand-over is graver than a step that nothing measures or a service that comes back. */
const GRAVE: readonly ChainMark['kind'][] = ['no-provider', 'no-receiver', 'nobody-receives']

/** What is odd about the chain, gravest first; each leads to its place. */
export function ChainMarks({
  chain,
  blockOf,
  onJump,
}: ChainListProps & { readonly blockOf: (nodeId: string) => string | null }) {
  const isGrave = ({ kind }: ChainMark) => GRAVE.includes(kind)
  const marks = [...chain.marks.filter(isGrave), ...chain.marks.filter(mark => !isGrave(mark))]
  if (marks.length === 0) return null
  const placeOf = ({ stepIds, nodeIds }: ChainMark) =>
    chain.edges.find(edge => edge.stepId === stepIds[0])?.blockId ?? blockOf(nodeIds[0] ?? '')
  return (
    <section aria-labelledby="chain-marks">
      <h2 id="chain-marks" className={classes.subtitle}>
        Worth a look <span className={classes.count}>{marks.length}</span>
      </h2>
      <ul className={classes.marks}>
        {marks.map(mark => {
          const blockId = placeOf(mark)
          const Icon = isGrave(mark) ? IconAlertTriangle : IconInfoCircle
          return (
            <li key={mark.message}>
              <UnstyledButton
                className={classes.mark}
                data-grave={isGrave(mark) || undefined}
                disabled={blockId === null}
                onClick={() => blockId !== null && onJump(blockId)}
              >
                <Icon size={15} stroke={1.75} aria-hidden />
                {mark.message}
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The steps in words, in their order: the picture for the keyboard and the ear. */
export function ChainSteps({ chain, terms, onJump }: ChainListProps & { readonly terms: Terms }) {
  if (chain.edges.length === 0) return null
  const nameOf = new Map(chain.nodes.map(node => [node.id, node.name]))
  const kpiOf = new Map(terms.kpis.map(kpi => [kpi.id, kpi.parts.name || 'a KPI without a name']))
  return (
    <section aria-labelledby="chain-steps">
      <h2 id="chain-steps" className={classes.subtitle}>
        The same, step by step
      </h2>
      <ol className={classes.steps}>
        {chain.edges.map(edge => (
          <li key={edge.stepId}>
            <UnstyledButton className={classes.row} onClick={() => onJump(edge.blockId)}>
              <span className={classes.number}>{edge.number}</span>
              <span className={classes.ways}>
                {nameOf.get(edge.from ?? '') ?? <em>nobody yet</em>} <span aria-hidden>→</span>
                <span className={classes.unseen}> to </span>{' '}
                {nameOf.get(edge.to ?? '') ?? <em>nobody yet</em>}
              </span>
              <span className={classes.what}>{edge.handOver || 'Nothing is stated to be handed over.'}</span>
              <span className={classes.more}>
                {[
                  edge.due && `due ${whenInWords(edge.due)}`,
                  edge.kpiIds.length === 0
                    ? 'no KPI'
                    : `measured by ${edge.kpiIds.map(id => kpiOf.get(id)).join(', ')}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </section>
  )
}
