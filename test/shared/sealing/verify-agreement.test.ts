import { beforeAll, describe, expect, it } from 'vitest'
import type { Manifest } from '../../../shared/sealing/manifest.ts'
import type { SignatureFile } from '../../../shared/sealing/statement.ts'
import { verifyAgreement } from '../../../shared/sealing/verify-agreement.ts'
import { ADA, BEN, BODY, cryptoPort, manifestOf, statementOf } from './fixture.ts'
import { leafPaths, withChangedLeaf } from './leaves.ts'
import { newP256Key, signedByBoth, signWithDeviceKey } from './signers.ts'

const manifest = manifestOf()
let file: SignatureFile
beforeAll(async () => {
  file = await signedByBoth(manifest)
})

const verify = (m: unknown, s: unknown) => verifyAgreement(m, s, cryptoPort)
const failed = async (m: unknown, s: unknown) =>
  (await verify(m, s)).checks.filter(({ ok }) => !ok).map(({ id }) => id)

describe('a version that everyone has signed', () => {
  it('is valid, and the report says who signed for whom, when and how', async () => {
    const report = await verify(manifest, file)
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(report.verdict).toBe('valid')
    expect(report.agreement).toMatchObject({
      title: manifest.title,
      version: 2,
      sealedAt: manifest.sealedAt,
      fingerprint: file.fingerprint,
    })
    expect(report.signatories).toMatchObject([
      {
        name: ADA.name,
        partyName: ADA.partyName,
        state: 'signed',
        signature: { method: 'passkey', host: 'parley.example', signedAt: '2026-11-23T10:20:30.000Z' },
      },
      { name: BEN.name, partyName: BEN.partyName, state: 'signed', signature: { method: 'device-key' } },
    ])
    expect(report.proves.join(' ')).toContain('Ada Lund (for Nordlicht Energie eG) and Ben Ödegård')
    expect(report.doesNotProve.join(' ')).toMatch(/Who a person is.*qualified electronic signature/s)
  })

  it('is valid whatever unknown nodes and attributes its text holds: they are part of the fingerprint', async () => {
    const unknown = manifestOf({
      type: 'doc',
      content: [
        ...(BODY.content ?? []),
        { type: 'newFangled', attrs: { x: [1, 2], y: null }, marks: [{ type: 'm' }] },
      ],
    })
    expect((await verify(unknown, await signedByBoth(unknown))).verdict).toBe('valid')
  })
})

describe('a version that was sealed while points of merge review were open', () => {
  it('is valid, and the report says how many', async () => {
    const open = { ...manifest, unreviewed: 2 }
    const report = await verify(open, await signedByBoth(open))
    expect(report.verdict).toBe('valid')
    expect(report.checks.filter(({ ok }) => !ok)).toMatchObject([
      { id: 'merge-review', advisory: true, text: expect.stringContaining('2 points of merge review') },
    ])
  })
})

describe('a version that lacks a signature', () => {
  it('is incomplete and names who is awaited', async () => {
    const report = await verify(manifest, { ...file, signatures: file.signatures.slice(0, 1) })
    expect(report.verdict).toBe('incomplete')
    expect(report.signatories.map(({ state }) => state)).toEqual(['signed', 'awaited'])
    expect(report.checks.find(({ id }) => id === 'everyone-signed')?.text).toBe(
      'The signature of Ben Ödegård for Harbour Logistics Ltd is missing.',
    )
  })

  it('proves nothing as long as nobody has signed', async () => {
    const report = await verify(manifest, { ...file, signatures: [] })
    expect(report.verdict).toBe('incomplete')
    expect(report.proves).toEqual([])
  })
})

describe('a changed version', () => {
  it('is invalid whichever single field of the manifest was changed', async () => {
    for (const path of leafPaths(manifest)) {
      const report = await verify(withChangedLeaf(manifest, path), file)
      expect([path.join('.'), report.verdict, report.proves]).toEqual([path.join('.'), 'invalid', []])
    }
  })

  it('is invalid whichever single field of the signatures was changed', async () => {
    // Neither is signed: when the server received a signature, and the hint which credential made it.
    const unsigned = ['receivedAt', 'credentialId']
    for (const path of leafPaths(file).filter(path => !unsigned.includes(String(path.at(-1))))) {
      const report = await verify(manifest, withChangedLeaf(file, path))
      expect([path.join('.'), report.verdict]).toEqual([path.join('.'), 'invalid'])
    }
  })

  it('is invalid with a field too many', async () => {
    expect(await failed({ ...manifest, note: 'x' }, file)).toEqual(['manifest'])
    expect(await failed(manifest, { ...file, note: 'x' })).toEqual(['signatures'])
  })

  it('is invalid with the signature of somebody who is not named', async () => {
    const eve = { ...ADA, memberId: 'eve0000000000000000e', name: 'Eve' }
    const strange = await signWithDeviceKey(statementOf(manifest, file.fingerprint, eve))
    expect(await failed(manifest, { ...file, signatures: [...file.signatures, strange] })).toEqual([
      'signature:eve0000000000000000e',
    ])
  })

  it('is invalid when somebody signed twice', async () => {
    const again = await signWithDeviceKey(statementOf(manifest, file.fingerprint, ADA))
    expect(await failed(manifest, { ...file, signatures: [...file.signatures, again] })).toEqual([
      'signed-once',
    ])
  })
})

describe('a warning', () => {
  it('is given when the terms read from the text differ, which does not touch the verdict', async () => {
    const older: Manifest = { ...manifest, terms: { ...manifest.terms, kpis: [] } }
    const signatures = await signedByBoth(older)
    expect((await verify(older, signatures)).verdict).toBe('valid')
    expect(await failed(older, signatures)).toEqual(['terms'])
  })

  it('is given when two people signed with one key', async () => {
    const key = await newP256Key()
    const signatures = await Promise.all(
      [ADA, BEN].map(who => signWithDeviceKey(statementOf(manifest, file.fingerprint, who), key)),
    )
    expect((await verify(manifest, { ...file, signatures })).verdict).toBe('valid')
    expect(await failed(manifest, { ...file, signatures })).toEqual(['own-keys'])
  })
})

describe('odd input', () => {
  const deep = (depth: number): unknown =>
    Array.from({ length: depth }).reduce(inner => ({ type: 'doc', content: [inner] }), { type: 'doc' })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'manifest'],
    ['an empty object', {}],
    ['a list', []],
    ['a body that is no text', { ...manifest, body: { type: 'doc', content: ['x'] } }],
    ['a body nested without end', { ...manifest, body: deep(100_000) }],
    ['half of a surrogate pair', { ...manifest, title: '\ud83d' }],
    ['a person named twice', { ...manifest, signatories: [ADA, ADA] }],
    ['nobody to sign', { ...manifest, signatories: [] }],
  ])('gets an invalid report: %s', async (_, input) => {
    for (const report of [await verify(input, file), await verify(manifest, input)]) {
      expect(report.verdict).toBe('invalid')
      expect(report.proves).toEqual([])
    }
  })
})
