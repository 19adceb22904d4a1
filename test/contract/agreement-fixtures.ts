import type { Agreement, Invitation, Member, Passkey, Version } from '../../server/store/agreement-store.ts'
import type { SignatureRecord } from '../../shared/sealing/statement.ts'
import type { Terms } from '../../shared/terms/terms.ts'

export const T0 = '2026-11-23T10:00:00.000Z'
export const T1 = '2026-11-23T11:00:00.000Z'
export const T2 = '2026-11-23T12:00:00.000Z'

export const agreementFixture = (change: Partial<Agreement> = {}): Agreement => ({
  id: 'agreement-0000000001',
  title: 'Valley transport',
  model: 'consortium',
  status: 'draft',
  createdBy: 'ada',
  createdAt: T0,
  changedAt: T0,
  changedBy: null,
  ...change,
})

export const memberFixture = (change: Partial<Member> = {}): Member => ({
  id: 'member-ada-000000001',
  agreementId: 'agreement-0000000001',
  userId: 'ada',
  role: 'convener',
  partyId: null,
  joinedAt: T0,
  ...change,
})

export const BEN = memberFixture({ id: 'member-ben-000000001', userId: 'ben', role: 'partner', joinedAt: T1 })

export const invitationFixture = (change: Partial<Invitation> = {}): Invitation => ({
  id: 'invitation-000000001',
  agreementId: 'agreement-0000000001',
  tokenHash: 'hash-1',
  role: 'partner',
  partyId: 'party-b-00000000001',
  createdBy: 'ada',
  createdAt: T0,
  expiresAt: T2,
  acceptedBy: null,
  ...change,
})

export const termsFixture = (title: string, parties: readonly string[] = []): Terms => ({
  format: 'parley-terms/1',
  title,
  clauses: [],
  parties: parties.map(name => ({
    id: `party-${name}`,
    name,
    shortName: null,
    kind: null,
    registration: null,
    address: null,
    contact: null,
    mentions: 0,
    blockId: `party-${name}`,
    clauseId: null,
  })),
  shares: [],
  steps: [],
  roles: [],
  obligations: [],
  kpis: [],
  reviews: [],
  facts: [],
})

export const signatoryOf = (member: Member, partyId: string) => ({
  memberId: member.id,
  name: member.userId,
  email: `${member.userId}@example.org`,
  partyId,
  partyName: partyId,
  capacity: 'Director',
})

export const versionFixture = (change: Partial<Version> = {}): Version => ({
  agreementId: 'agreement-0000000001',
  number: 1,
  status: 'sealed',
  manifest: {
    format: 'parley-manifest/1',
    agreementId: 'agreement-0000000001',
    title: 'Valley transport',
    version: 1,
    previousFingerprint: null,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ünïcode ✓' }] }] },
    terms: termsFixture('Valley transport'),
    signatories: [signatoryOf(memberFixture(), 'party-a'), signatoryOf(BEN, 'party-b')],
    waivers: [],
    unreviewed: 0,
    record: { updates: 3, head: 'ab' },
    sealedAt: T1,
    sealedBy: { memberId: 'member-ada-000000001', name: 'Ada', email: 'ada@example.org' },
  },
  fingerprint: 'f1',
  snapshot: new Uint8Array([0, 1, 254, 255]),
  refusal: null,
  ...change,
})

export const signatureOf = (member: Member): SignatureRecord => ({
  statement: {
    type: 'parley-signature/1',
    fingerprint: 'f1',
    agreementId: 'agreement-0000000001',
    version: 1,
    signatory: { memberId: member.id, name: member.userId, email: `${member.userId}@example.org` },
    party: { id: 'party-a', name: 'A' },
    capacity: 'Director',
    intent: 'I sign.',
    time: T1,
    nonce: 'nonce',
  },
  proof: { method: 'device-key', publicKey: 'key', signature: 'signature' },
  receivedAt: T1,
})

export const PASSKEY: Passkey = {
  credentialId: 'credential',
  userId: 'ada',
  publicKey: 'spki',
  algorithm: -7,
  counter: 0,
  createdAt: T0,
}
