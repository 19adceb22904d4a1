import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { type ServiceChain, serviceChain } from '../../shared/terms/chain/service-chain.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import classes from './chain.module.css'
import { ChainDrawing } from './chain-drawing.tsx'
import { chainLayout } from './chain-layout.ts'
import { ChainMarks, ChainSteps } from './chain-list.tsx'

export interface ChainViewProps {
  /** Null while they are read for the first time. */
  readonly terms: Terms | null
  /** Shows a block of the text. */
  readonly onJump: (blockId: string) => void
}

/** Who hands what over to whom: as a picture, and as a list of the same steps. */
export default function ChainView({ terms, onJump }: ChainViewProps) {
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false })
  const chain = useMemo(() => (terms === null ? null : serviceChain(terms)), [terms])
  const picture = useMemo(() => chain && chainLayout(chain, isWide ? 'LR' : 'TB'), [chain, isWide])
  if (terms === null || !chain || !picture) return <p className={classes.page}>The text is being read.</p>
  const blockOf = (nodeId: string) => terms.parties.find(party => party.id === nodeId)?.blockId ?? null
  return (
    <div className={classes.page}>
      <h1 className={classes.title} tabIndex={-1}>
        Chain of service
      </h1>
      {chain.edges.length === 0 ? (
        <p className={classes.lead}>
          No step is described yet. In the text, type “/step” for each hand-over: who provides it, who
          receives it, and what is handed over. It is drawn here as you write.
        </p>
      ) : (
        <p className={classes.lead}>{summary(chain)}</p>
      )}
      {chain.nodes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={classes.figure} aria-label="The chain as a picture" tabIndex={0}>
          <ChainDrawing picture={picture} onOpen={onJump} blockOf={blockOf} />
        </section>
      )}
      <ChainMarks chain={chain} blockOf={blockOf} onJump={onJump} />
      <ChainSteps chain={chain} terms={terms} onJump={onJump} />
    </div>
  )
}

function summary({ nodes, edges }: ServiceChain): string {
  const parties = nodes.filter(node => node.kind === 'party').length
  const steps = edges.length === 1 ? 'One step' : `${edges.length} steps`
  const between = parties === 1 ? 'one party' : `${parties} parties`
  const clients = nodes.some(node => node.kind === 'clients') ? ', and on to the clients' : ''
  return `${steps} between ${between}${clients}. A click on a step or a party shows it in the text.`
}
