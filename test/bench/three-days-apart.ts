import type { Writer } from '../support/merge-writers.ts'
import type { SeededRandom } from '../support/seeded-random.ts'

/** What somebody does in three days: mostly typing in hot clauses, some removals, divisions and fields. */
export function threeDaysApart(person: Writer, edits: number, random: SeededRandom, name: string): void {
  const { schema } = person.node.type
  for (let edit = 0; edit < edits; edit++) {
    const index = random.int(Math.min(person.node.childCount, 800))
    let pos = 0
    for (let at = 0; at < index; at++) pos += person.node.child(at).nodeSize
    const node = person.node.child(index)
    const kind = random.next()
    person.edit(tr => {
      if (kind < 0.04) tr.delete(pos, pos + node.nodeSize)
      else if (kind < 0.1 && node.type.name === 'obligation') tr.setNodeAttribute(pos, 'due', `P${edit}D`)
      else if (kind < 0.15 && node.content.size > 4) tr.split(pos + 2 + random.int(node.content.size - 3))
      else tr.insert(pos + 1 + random.int(node.content.size + 1), schema.text(` ${name}${edit} `))
    })
  }
}
