import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDevice, openLogged, until } from '../../support/local-device.ts'

type Step =
  | { readonly kind: 'type' | 'erase' | 'remote'; readonly tab: number; readonly words: string }
  | { readonly kind: 'compact' | 'acknowledge' | 'restart' | 'settle'; readonly tab: number }

const tab = fc.nat(1)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      tab,
      words: fc.string({ minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('erase' as const), tab, words: fc.constant('') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('remote' as const),
      tab,
      words: fc.string({ minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'compact' as const,
        'acknowledge' as const,
        'restart' as const,
        'settle' as const,
      ),
      tab,
    }),
  },
)

const equal = (a: Y.Doc, b: Y.Doc) => Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))

/** Everything that any tab ever wrote or received, gathered beside the log. */
async function play(steps: readonly Step[]) {
  const device = createDevice()
  const server = new Y.Doc({ gc: false })
  const expected = new Y.Doc({ gc: false })
  const open = () => {
    const opened = openLogged(device.tab(), 'room')
    opened.doc.on('update', (update: Uint8Array) => Y.applyUpdate(expected, update))
    return opened
  }
  const tabs = [open(), open()]
  const background: Promise<unknown>[] = []
  for (const { tab: index, ...step } of steps) {
    const current = tabs[index]
    if (!current) continue
    if (step.kind === 'type') current.type(step.words)
    if (step.kind === 'erase' && current.text.length > 0) current.text.delete(0, 1)
    if (step.kind === 'remote') {
      server.getText('text').insert(0, step.words)
      Y.applyUpdate(current.doc, Y.encodeStateAsUpdate(server), 'server')
    }
    if (step.kind === 'compact') background.push(current.log.compact({ settled: 1, waiting: 1 }))
    if (step.kind === 'acknowledge') current.log.acknowledge(current.log.position())
    if (step.kind === 'settle') await current.log.settled()
    if (step.kind === 'restart') {
      background.push(current.close())
      tabs[index] = open()
    }
  }
  await Promise.all(background)
  await Promise.all(tabs.map(opened => opened.log.settled()))
  for (const opened of tabs) opened.log.pull()
  const isInStep = () => tabs.every(({ doc }) => equal(doc, expected))
  await until(isInStep, 'both tabs hold what either wrote')
  for (const opened of tabs) await opened.close()
  const reader = openLogged(device.tab(), 'room')
  await reader.log.load()
  return { device, reader, expected }
}

it('holds exactly what was written, whatever tabs type, merge, restart and acknowledge in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async steps => {
      const { device, reader, expected } = await play(steps)
      expect(Y.encodeStateVector(reader.doc)).toEqual(Y.encodeStateVector(expected))
      expect(equal(reader.doc, expected)).toBe(true)
      expect(reader.text.toString()).toBe(expected.getText('text').toString())
      expect(reader.log.state().waiting).toBeGreaterThanOrEqual(0)
      await reader.close()
      await device.close()
    }),
    { numRuns: 60 },
  )
})

it('keeps the count of waiting changes over a merge', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(30), fc.nat(30), async (known, waiting) => {
      const device = createDevice()
      const alice = openLogged(device.tab())
      await alice.log.load()
      for (let i = 0; i < known; i++) alice.type('k')
      alice.log.acknowledge(alice.log.position())
      for (let i = 0; i < waiting; i++) alice.type('w')
      await alice.log.settled()
      await alice.log.compact({ settled: 1, waiting: 1 })
      const reader = openLogged(device.tab())
      await reader.log.load()
      expect(reader.log.state().waiting).toBe(waiting)
      expect(reader.text.length).toBe(known + waiting)
      await reader.close()
      await alice.close()
      await device.close()
    }),
    { numRuns: 30 },
  )
})

it('keeps deleted text over a merge, because merge review shows it', async () => {
  const device = createDevice()
  const alice = openLogged(device.tab())
  alice.type('a clause that was struck out')
  const before = Y.snapshot(alice.doc)
  alice.text.delete(0, alice.text.length)
  await alice.log.settled()
  await alice.log.compact({ settled: 0, waiting: 0 })
  const reader = openLogged(device.tab())
  await reader.log.load()
  expect(reader.text.toString()).toBe('')
  const then = Y.createDocFromSnapshot(reader.doc, before)
  expect(then.getText('text').toString()).toBe('a clause that was struck out')
  await reader.close()
  await alice.close()
  await device.close()
})
