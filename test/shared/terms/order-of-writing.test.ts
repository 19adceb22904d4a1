import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { sampleAgreement } from '../../../shared/agreement/templates/template-for.ts'
import { BODY_FRAGMENT, NODE_ATTRIBUTES } from '../../../shared/document/node-types.ts'
import { readBody, seedUpdate } from '../../../shared/document/yjs-body.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { fairnessLedger } from '../../../shared/terms/fairness.ts'
import { readinessOf } from '../../../shared/terms/readiness/readiness.ts'

const sample = sampleAgreement()
const seed = seedUpdate(sample, 7)
const copyOf = (update = seed) => {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, update)
  return doc
}

const isElement = (node: unknown): node is Y.XmlElement => node instanceof Y.XmlElement
const elementsOf = (parent: Y.XmlFragment): Y.XmlElement[] =>
  parent
    .toArray()
    .filter(isElement)
    .flatMap(node => [node, ...elementsOf(node)])
const find = (doc: Y.Doc, id: string) =>
  elementsOf(doc.getXmlFragment(BODY_FRAGMENT)).find(node => node.getAttribute('id') === id)

/** An edit of a place that no other edit touches. */
type Edit = (doc: Y.Doc) => void

const setField =
  (id: string, name: string, value: string): Edit =>
  doc => {
    find(doc, id)?.setAttribute(name, value)
  }
const write =
  (id: string, words: string): Edit =>
  doc => {
    const text = find(doc, id)?.toArray().at(-1)
    if (text instanceof Y.XmlText) text.insert(text.length, words)
  }
const insertAfter =
  (id: string, type: string, newId: string): Edit =>
  doc => {
    const body = doc.getXmlFragment(BODY_FRAGMENT)
    const at = body.toArray().findIndex(node => isElement(node) && node.getAttribute('id') === id)
    if (at < 0) return
    const made = new Y.XmlElement(type)
    made.setAttribute('id', newId)
    body.insert(at + 1, [made])
  }
const remove =
  (id: string): Edit =>
  doc => {
    const body = doc.getXmlFragment(BODY_FRAGMENT)
    const at = body.toArray().findIndex(node => isElement(node) && node.getAttribute('id') === id)
    if (at >= 0) body.delete(at, 1)
  }

const FIELDS: Readonly<Record<string, readonly string[]>> = NODE_ATTRIBUTES

/** For every object one edit of each of its fields and of its prose, new objects at places of their own, and some removals. */
const EDITS: readonly Edit[] = elementsOf(copyOf().getXmlFragment(BODY_FRAGMENT)).flatMap(
  (node, index): Edit[] => {
    const id = node.getAttribute('id')
    if (!id) return []
    const isBlock = node.parent instanceof Y.XmlFragment && !(node.parent instanceof Y.XmlElement)
    if (isBlock && node.nodeName === 'paragraph' && index % 7 === 0) return [remove(id)]
    const names = (FIELDS[node.nodeName] ?? []).filter(name => name !== 'id' && name !== 'part')
    return [
      ...names.map((name, place) =>
        setField(id, name, ['50', '2027-04-01', 'P3M', 'cost', 'equal'][place % 5] ?? ''),
      ),
      write(id, ` and more [${index}]`),
      ...(isBlock && index % 5 === 0
        ? [
            insertAfter(
              id,
              ['role', 'obligation', 'kpi', 'review', 'party'][(index / 5) % 5] ?? 'role',
              `new-object-${1000 + index}`,
            ),
          ]
        : []),
    ]
  },
)

const read = (doc: Y.Doc) => {
  const body = readBody(doc)
  const terms = extractTerms(body, sample.title)
  return { terms, problems: readinessOf(body, terms), ledger: fairnessLedger(terms) }
}

describe('terms, readiness and fairness', () => {
  it('do not depend on who wrote what in which order', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          EDITS.map((_, index) => index),
          { minLength: 25, maxLength: 60 },
        ),
        fc.array(fc.nat(2), { minLength: 60, maxLength: 60 }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        (chosen, writers, arrival) => {
          const alone = copyOf()
          for (const index of chosen.toSorted((a, b) => a - b)) EDITS[index]?.(alone)
          const peers = [copyOf(), copyOf(), copyOf()]
          for (const [turn, index] of chosen.entries()) {
            const peer = peers[writers[turn] ?? 0]
            if (peer) EDITS[index]?.(peer)
          }
          const merged = copyOf()
          for (const peer of arrival) Y.applyUpdate(merged, Y.encodeStateAsUpdate(peers[peer] ?? merged))
          expect(read(merged)).toEqual(read(alone))
        },
      ),
      { numRuns: 30 },
    )
  }, 60_000)

  it('keep what two people wrote offline into fields, rows and prose of the same objects', () => {
    const [kpi] = extractTerms(sample.body, sample.title).kpis
    const [table] = extractTerms(sample.body, sample.title).shares
    const [one, two] = table?.rows ?? []
    const [ada, ben] = [copyOf(), copyOf()]
    setField(kpi?.id ?? '', 'target', '98.5')(ada)
    setField(kpi?.id ?? '', 'baseline', '90.5')(ben)
    setField(one?.id ?? '', 'percent', '41')(ada)
    setField(two?.id ?? '', 'percent', '27')(ben)
    write(one?.id ?? '', ' Ada’s word.')(ada)
    write(one?.id ?? '', ' Ben’s word.')(ben)
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben))
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada))
    expect(readBody(ada)).toEqual(readBody(ben))
    const { terms } = read(ada)
    expect(terms.kpis.find(({ id }) => id === kpi?.id)).toMatchObject({ target: '98.5', baseline: '90.5' })
    const rows = terms.shares.find(({ id }) => id === table?.id)?.rows ?? []
    expect(rows.slice(0, 2).map(({ percent }) => percent)).toEqual(['41', '27'])
    expect(rows[0]?.reason).toContain('Ada’s word.')
    expect(rows[0]?.reason).toContain('Ben’s word.')
  })
})
