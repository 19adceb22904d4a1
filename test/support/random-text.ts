import { startOf, type WriterKind } from './merge-writers.ts'
import type { SeededRandom } from './seeded-random.ts'

const WORDS =
  'the parties shall share costs monthly in arrears unless notice is given by either party before renewal'.split(
    ' ',
  )

/** Each word is numbered by where it stands: its fate can be told. */
const paragraph = (random: SeededRandom, id: string, place = id) => ({
  type: 'paragraph',
  attrs: { id },
  content: [
    {
      type: 'text',
      text: Array.from(
        { length: 4 + random.int(12) },
        (_, index) => `${random.pick(WORDS)}_${place}_${index}`,
      ).join(' '),
    },
  ],
})

/** Words of the text as it began. */
export const BEGINNING_WORD = /[a-z]+_\w+_\d+/g

const table = (random: SeededRandom, index: number) => ({
  type: 'table',
  attrs: { id: `t${index}` },
  content: [0, 1].map(row => ({
    type: 'tableRow',
    attrs: { id: `t${index}r${row}` },
    content: [0, 1].map(cell => ({
      type: 'tableCell',
      attrs: { id: `t${index}r${row}c${cell}` },
      content: [paragraph(random, `t${index}p${row}${cell}`)],
    })),
  })),
})

const shares = (random: SeededRandom, index: number) => ({
  type: 'shareTable',
  attrs: { id: `s${index}`, basis: 'cost', rule: 'usage' },
  content: ['ada', 'ben'].map(partyId => ({
    type: 'shareRow',
    attrs: { id: `s${index}${partyId}`, partyId, percent: '50' },
    content: paragraph(random, '', `s${index}${partyId}`).content,
  })),
})

function startingText(random: SeededRandom) {
  const content: unknown[] = []
  for (let index = 0; index < 3 + random.int(4); index++) {
    content.push({
      type: 'heading',
      attrs: { id: `h${index}`, level: 1 },
      content: [{ type: 'text', text: `Clause ${index}` }],
    })
    content.push(paragraph(random, `p${index}a`), paragraph(random, `p${index}b`))
    if (random.chance(0.3)) {
      const items = ['x', 'y'].map(name => ({
        type: 'listItem',
        attrs: { id: `i${index}${name}` },
        content: [paragraph(random, `l${index}${name}`)],
      }))
      content.push({ type: 'bulletList', attrs: { id: `u${index}` }, content: items })
    }
    if (random.chance(0.25)) content.push(table(random, index))
    if (random.chance(0.25)) content.push(shares(random, index))
    if (random.chance(0.3)) {
      const parts = ['name', 'value', 'definition'].map(part => ({
        type: 'kpiPart',
        attrs: { id: `k${index}${part}`, part },
        content: paragraph(random, '', `k${index}${part}`).content,
      }))
      content.push({ type: 'kpi', attrs: { id: `k${index}`, unit: '%', target: '90' }, content: parts })
    }
  }
  return { type: 'doc', content }
}

/** A small agreement with lists and KPIs, as bytes. */
export const startOfRandomText = (random: SeededRandom, kind: WriterKind = 'parley'): Uint8Array =>
  startOf(kind, startingText(random).content)
