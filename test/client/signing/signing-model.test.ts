import { describe, expect, it } from 'vitest'
import { buildStatement, intentOf } from '../../../client/signing/sign-statement.ts'
import { blockedWords, decideStep, mayDecline } from '../../../client/signing/signing-model.ts'
import type { Role } from '../../../shared/agreement/role.ts'
import { type AgreementDetail, statementSchema, type VersionDetail } from '../../../shared/protocol/api.ts'
import { fingerprintOf } from '../../../shared/sealing/fingerprint.ts'
import { intentSentence } from '../../../shared/sealing/intent.ts'
import { ADA, BEN, cryptoPort, manifestOf, statementOf } from '../../shared/sealing/fixture.ts'
import { signWithDeviceKey } from '../../shared/sealing/signers.ts'

const manifest = manifestOf()
const fingerprint = await fingerprintOf(manifest, cryptoPort)
const adasSignature = await signWithDeviceKey(statementOf(manifest, fingerprint, ADA))
const same = { kind: 'same', manifest, fingerprint } as const

const version = (change: Partial<VersionDetail> = {}): VersionDetail => ({
  number: 2,
  status: 'sealed',
  fingerprint,
  sealedAt: manifest.sealedAt,
  refusal: null,
  manifest,
  signatures: [],
  snapshot: '',
  ...change,
})
const me = (id: string, role: Role = 'partner', partyId: string | null = ADA.partyId) => ({
  id,
  userId: 'user0000000000000001',
  name: 'x',
  email: 'x@x.example',
  role,
  partyId,
  joinedAt: manifest.sealedAt,
})
const agreement = (
  member: ReturnType<typeof me>,
  change: Partial<AgreementDetail> = {},
): AgreementDetail => ({
  id: manifest.agreementId,
  title: manifest.title,
  model: 'consortium',
  status: 'sealed',
  role: member.role,
  partyId: member.partyId,
  parties: [],
  createdAt: manifest.sealedAt,
  changedAt: manifest.sealedAt,
  changedBy: null,
  present: [],
  version: null,
  me: member,
  members: [member],
  invitations: [],
  versions: [],
  ...change,
})
const ada = agreement(me(ADA.memberId))
const eve = agreement(me('eve0000000000000000e'))

describe('what a person can do about a sealed version', () => {
  it.each([
    ['ready', version(), ada, same],
    ['checking', version(), ada, null],
    ['blocked', version(), ada, { kind: 'copy-lacks-part' }],
    ['blocked', version(), ada, { kind: 'insecure' }],
    ['not-named', version(), eve, same],
    ['signed', version({ signatures: [adasSignature] }), ada, same],
    ['signed', version({ signatures: [adasSignature] }), ada, null],
    ['refused', version({ status: 'refused' }), ada, same],
    ['complete', version({ status: 'signed' }), ada, same],
  ] as const)('is "%s"', (kind, sealed, detail, check) => {
    expect(decideStep(sealed, detail, check).kind).toBe(kind)
  })

  it('is to sign what this device computed, not what the server says', () => {
    const step = decideStep(version({ fingerprint: 'ee'.repeat(32) }), ada, same)
    expect(step).toMatchObject({ kind: 'ready', signing: { fingerprint, signatory: ADA } })
  })

  it('is an amendment for the convener of the newest signed version only', () => {
    const line = (number: number) => ({
      number,
      status: 'signed' as const,
      fingerprint,
      sealedAt: manifest.sealedAt,
      refusal: null,
    })
    const convener = (versions: readonly number[]) =>
      agreement(me(ADA.memberId, 'convener'), { status: 'signed', versions: versions.map(line) })
    const signed = version({ status: 'signed' })
    expect(decideStep(signed, convener([1, 2]), same)).toMatchObject({ mayAmend: true })
    expect(decideStep(signed, convener([1, 2, 3]), same)).toMatchObject({ mayAmend: false })
    expect(decideStep(signed, agreement(me(BEN.memberId), { status: 'signed' }), same)).toMatchObject({
      mayAmend: false,
    })
  })
})

describe('declining a version', () => {
  it('is for a signatory who has not signed, and for the convener at any time before the end', () => {
    const signed = version({ signatures: [adasSignature] })
    const convener = agreement(me(ADA.memberId, 'convener'))
    expect(mayDecline(version(), ada)).toBe('refuse')
    expect(mayDecline(signed, ada)).toBeNull()
    expect(mayDecline(version(), eve)).toBeNull()
    expect(mayDecline(version(), convener)).toBe('refuse')
    expect(mayDecline(signed, convener)).toBe('take-back')
    expect(mayDecline(version({ status: 'signed' }), convener)).toBeNull()
  })
})

describe('the words for a device that lets nobody sign', () => {
  it.each([
    { kind: 'insecure' },
    { kind: 'copy-lacks-part' },
    { kind: 'copy-differs', place: 'clause 2 (Fee)' },
    { kind: 'cannot-show', what: ['penalty'] },
    { kind: 'wrong-terms' },
    { kind: 'wrong-fingerprint', computed: fingerprint },
    { kind: 'other-version' },
    { kind: 'malformed', reason: 'body: not a text' },
  ] as const)('say what is so and what to do: $kind', check => {
    const { title, text } = blockedWords(check)
    expect(title.length).toBeGreaterThan(10)
    expect(text).toMatch(/(Stay|Ask|Load|Tell|Open|tell|ask)/)
  })
})

describe('the statement', () => {
  const signing = { manifest, fingerprint, signatory: BEN }

  it('has the form that the server takes and says what the manifest says of its signatory', () => {
    const statement = buildStatement(signing, '2026-11-23T10:20:30.000Z', new Uint8Array(16).fill(1))
    expect(statementSchema.parse(statement)).toEqual(statement)
    expect(statement).toMatchObject({
      fingerprint,
      party: { id: BEN.partyId, name: BEN.partyName },
      capacity: BEN.capacity,
      nonce: 'AQEBAQEBAQEBAQEBAQEBAQ',
    })
  })

  it('states the sentence of consent that is shown', () => {
    expect(intentOf(signing)).toBe(
      'I have read version 2 of “Regional delivery partnership” and agree to its whole text. I sign it for Harbour Logistics Ltd as Director of operations, and I intend my signature to bind that party.',
    )
  })

  it('keeps within the length of a consent for the longest names there are', () => {
    const longest = intentSentence({
      title: 't'.repeat(300),
      version: 99_999,
      partyName: 'p'.repeat(300),
      capacity: 'c'.repeat(120),
    })
    expect(longest.length).toBeLessThanOrEqual(1000)
  })
})
