import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { AgreementSession } from '../../../client/session/agreement-session.ts'
import { bodyAtSnapshot } from '../../../client/session/body-at-snapshot.ts'
import { checkVersion, type OwnCopy } from '../../../client/signing/check-version.ts'
import { ownCopy } from '../../../client/signing/own-copy.ts'
import { readBody, seedUpdate } from '../../../shared/document/yjs-body.ts'
import { fingerprintOf } from '../../../shared/sealing/fingerprint.ts'
import type { Manifest } from '../../../shared/sealing/manifest.ts'
import { BODY, cryptoPort, manifestOf } from '../../shared/sealing/fixture.ts'
import { leafPaths, withChangedLeaf } from '../../shared/sealing/leaves.ts'

const manifest = manifestOf()
const own: OwnCopy = { title: manifest.title, body: BODY }

/** What an honest server says of a manifest. */
const asked = async (sealed: Manifest = manifest) => ({
  agreementId: 'agreement00000000001',
  number: 2,
  fingerprint: await fingerprintOf(sealed, cryptoPort),
  manifest: sealed,
})
const check = async (sealed: Manifest, copy: OwnCopy | null = own) =>
  checkVersion(await asked(sealed), copy, cryptoPort)

describe('the check before signing', () => {
  it('lets sign what this device has itself', async () => {
    expect(await check(manifest)).toEqual({
      kind: 'same',
      manifest,
      fingerprint: await fingerprintOf(manifest, cryptoPort),
    })
  })

  it('does not depend on how the own copy orders its attributes', async () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, child]) => [key, reversed(child)]),
            )
          : value
    expect((await check(manifest, { ...own, body: reversed(BODY) as typeof BODY })).kind).toBe('same')
  })

  it('refuses a text that differs from the own copy in any leaf', async () => {
    for (const path of leafPaths(BODY)) {
      const sealed = manifestOf(withChangedLeaf(BODY, path))
      expect([path.join('.'), (await check(sealed)).kind]).toEqual([
        path.join('.'),
        expect.stringMatching(/copy-differs|cannot-show|malformed/),
      ])
    }
  })

  it('says in which clause the texts part', async () => {
    const change = (index: number) => ({
      ...BODY,
      content: (BODY.content ?? []).map((block, at) =>
        at === index ? { ...block, content: [{ type: 'text', text: 'Changed' }] } : block,
      ),
    })
    expect(await check(manifestOf(change(4)))).toEqual({ kind: 'copy-differs', place: 'clause 2 (Fee)' })
    expect(await check(manifestOf(change(1)))).toEqual({ kind: 'copy-differs', place: 'clause 1 (Parties)' })
    const longer = { ...BODY, content: [...(BODY.content ?? []), { type: 'paragraph' }] }
    expect(await check(manifestOf(longer))).toEqual({ kind: 'copy-differs', place: 'clause 2 (Fee)' })
    expect(await check(manifest, { ...own, title: 'Another' })).toEqual({
      kind: 'copy-differs',
      place: 'the title',
    })
  })

  it('refuses when the own copy lacks part', async () => {
    expect((await check(manifest, null)).kind).toBe('copy-lacks-part')
  })

  it('refuses a fingerprint that is not that of the manifest', async () => {
    const lie = { ...(await asked()), fingerprint: 'ab'.repeat(32) }
    expect((await checkVersion(lie, own, cryptoPort)).kind).toBe('wrong-fingerprint')
  })

  it('refuses another agreement or version than the one that was asked for', async () => {
    expect((await check({ ...manifest, version: 3 })).kind).toBe('other-version')
    expect((await check({ ...manifest, agreementId: 'agreement00000000002' })).kind).toBe('other-version')
  })

  it('refuses terms that the text does not state', async () => {
    expect((await check({ ...manifest, terms: { ...manifest.terms, kpis: [] } })).kind).toBe('wrong-terms')
  })

  it('refuses a text of which it could not show everything', async () => {
    const unknown = manifestOf({
      ...BODY,
      content: [
        { type: 'penalty', attrs: { amount: '1000' } },
        { type: 'paragraph', attrs: { hidden: true } },
        { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'invisible' }] }] },
      ],
    })
    expect(await check(unknown, { ...own, body: unknown.body })).toEqual({
      kind: 'cannot-show',
      what: ['penalty', 'paragraph.hidden', 'invisible'],
    })
  })

  it('refuses what is no manifest', async () => {
    for (const odd of [null, {}, 'x', { ...manifest, body: 7 }]) {
      const found = await checkVersion({ ...(await asked()), manifest: odd }, own, cryptoPort)
      expect(found.kind).toBe('malformed')
    }
  })
})

describe('the own copy at the sealed state', () => {
  const sessionOn = (doc: Y.Doc) =>
    ({ body: doc, bodyAt: (snapshot: Uint8Array) => bodyAtSnapshot(doc, snapshot) }) as AgreementSession
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

  it('is the text as it was sealed, whatever was written on this device since', () => {
    const doc = new Y.Doc({ gc: false })
    Y.applyUpdate(doc, seedUpdate({ title: manifest.title, body: BODY }, 7))
    const sealed = readBody(doc)
    const snapshot = base64(Y.encodeSnapshot(Y.snapshot(doc)))
    doc.getXmlFragment('body').delete(0, 3)
    doc.getMap('meta').set('title', 'Renamed offline')
    expect(ownCopy(sessionOn(doc), snapshot)).toEqual({ title: manifest.title, body: sealed })
  })

  it('is null as long as part of the sealed state has not come in', () => {
    const server = new Y.Doc({ gc: false })
    Y.applyUpdate(server, seedUpdate({ title: manifest.title, body: BODY }, 7))
    const snapshot = base64(Y.encodeSnapshot(Y.snapshot(server)))
    expect(ownCopy(sessionOn(new Y.Doc({ gc: false })), snapshot)).toBeNull()
  })

  it('is null for a snapshot that is none', () => {
    for (const odd of ['', '!!!', '////'])
      expect(ownCopy(sessionOn(new Y.Doc({ gc: false })), odd)).toBeNull()
  })
})
