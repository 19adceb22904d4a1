import type { BlockFinding } from '../../shared/record/merge/merge-finding.ts'
import type { MergeReview, ReviewedBlock } from '../../shared/record/merge/review-merge.ts'

/** Findings about the same words, with the words. */
export interface FindingGroup {
  readonly key: string
  readonly blocks: readonly ReviewedBlock[]
  readonly findings: readonly BlockFinding[]
}

export interface ClauseGroup {
  readonly key: string
  readonly heading: string
  readonly groups: readonly FindingGroup[]
  /** Changes that came together without anything to decide. */
  readonly arrived: readonly ReviewedBlock[]
}

const BEFORE_FIRST = 'before'

/** A review clause by clause, in reading order; a clause that no side changed is left out. */
export function reviewGroups({ findings, blocks, clauses }: MergeReview): readonly ClauseGroup[] {
  const blockOf = new Map(blocks.map(block => [block.key, block]))
  const groups = new Map<string, FindingGroup>()
  for (const finding of findings) {
    const { key } = finding.block
    const keys = finding.kind === 'duplicate' ? finding.keys : [key]
    const known = groups.get(key)
    const shown = [...new Set([...(known?.blocks.map(block => block.key) ?? []), ...keys])]
    groups.set(key, {
      key,
      blocks: shown.flatMap(each => blockOf.get(each) ?? []),
      findings: [...(known?.findings ?? []), finding],
    })
  }
  const inGroups = new Set([...groups.values()].flatMap(group => group.blocks.map(block => block.key)))
  const titles = new Map(clauses.map(({ key, number, title }) => [key, `${number} ${title}`.trim()]))
  const order = [BEFORE_FIRST, ...clauses.map(({ key }) => key)]
  return order.flatMap((key): ClauseGroup[] => {
    const here = (block: ReviewedBlock | undefined) => (block?.clause ?? BEFORE_FIRST) === key
    const own = [...groups.values()].filter(group => here(group.blocks[0]))
    const arrived = blocks.filter(block => here(block) && !inGroups.has(block.key) && hasWords(block))
    if (own.length + arrived.length === 0) return []
    return [{ key, heading: titles.get(key) ?? 'Before the first clause', groups: own, arrived }]
  })
}

const hasWords = ({ mine, theirs }: ReviewedBlock) =>
  [mine.inserted, mine.deleted, theirs.inserted, theirs.deleted].some(text => text.trim() !== '')

/** Findings that one answer settles together: a block that comes back brings all that was lost with it. */
export function settledTogether(
  finding: BlockFinding,
  all: readonly BlockFinding[],
): readonly BlockFinding[] {
  const lost = lostKey(finding)
  if (lost === null) return [finding]
  return all.filter(other => other === finding || lostKey(other) === lost)
}

function lostKey(finding: BlockFinding): string | null {
  if (finding.kind === 'swallowed') return finding.lost && `${finding.lost.key}:${finding.by}`
  if (finding.kind === 'swallowed-block') return finding.lost && `${finding.lost.key}:${finding.by}`
  return null
}
