/**
 * The loops of a directed graph: sets of nodes from each of which one can come back to it over the others, or over an edge to
 * itself. `edges` holds for each node where one can go from it; nodes and sets are in the order of its keys. Nodes that are
 * only gone to are on no loop. Meant for hundreds of nodes.
 */
export function loopsIn(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const reach = new Map([...edges.keys()].map(node => [node, reachedFrom(node, edges)]))
  const loops: string[][] = []
  const done = new Set<string>()
  for (const [node, reached] of reach) {
    if (done.has(node) || !reached.has(node)) continue
    const loop = [...edges.keys()].filter(other => reached.has(other) && reach.get(other)?.has(node))
    for (const member of loop) done.add(member)
    loops.push(loop)
  }
  return loops
}

/** All nodes that can be reached over at least one edge. */
function reachedFrom(start: string, edges: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>()
  const open = [start]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const next of edges.get(node) ?? []) {
      if (reached.has(next)) continue
      reached.add(next)
      open.push(next)
    }
  }
  return reached
}
