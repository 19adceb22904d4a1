import * as Y from 'yjs'
import type { DocumentJson, NodeJson } from '../../shared/document/document-json.ts'
import { BODY_FRAGMENT } from '../../shared/document/node-types.ts'
import { seedUpdate } from '../../shared/document/yjs-body.ts'
import type { VersionDetail } from '../../shared/protocol/api.ts'
import { must } from '../../shared/result.ts'
import { toBase64url } from '../../shared/sealing/bytes.ts'
import { statementDigest } from '../../shared/sealing/fingerprint.ts'
import { intentSentence } from '../../shared/sealing/intent.ts'
import type { SignatureProof, Statement } from '../../shared/sealing/statement.ts'
import { createWebCryptoPort } from '../../shared/sealing/web-crypto-port.ts'
import { extractTerms } from '../../shared/terms/extract-terms.ts'
import { readinessOf } from '../../shared/terms/readiness/readiness.ts'
import { waiverKey } from '../../shared/terms/readiness/waiver-key.ts'
import { bringIn, createAgreement, type TestPerson } from './test-person.ts'
import type { TestServer } from './test-server.ts'

export const PARTY_A = 'party-a-000000000001'
export const PARTY_B = 'party-b-000000000001'
export const TITLE = 'Valley transport'

const text = (value: string): NodeJson => ({ type: 'text', text: value })

/** Two parties, a clause and a marked amount. */
export const BODY: DocumentJson = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { id: 'clause-0000000000001', level: 1 }, content: [text('Parties')] },
    { type: 'party', attrs: { id: PARTY_A, name: 'Alpha Valley eG' } },
    { type: 'party', attrs: { id: PARTY_B, name: 'Beta & Sons <Ltd>' } },
    { type: 'heading', attrs: { id: 'clause-0000000000002', level: 1 }, content: [text('Fee')] },
    {
      type: 'paragraph',
      attrs: { id: 'block-00000000000001' },
      content: [
        text('The fee is '),
        {
          type: 'text',
          text: 'EUR 48,000',
          marks: [{ type: 'term', attrs: { kind: 'amount', id: 'term-000000000000001' } }],
        },
        text(' a year. <script>alert(1)</script> stays text.'),
      ],
    },
  ],
}

/** An agreement with a text that Ada (convener) and Ben (partner for B) may seal and sign. */
export interface Drafted {
  readonly id: string
  readonly ada: TestPerson
  readonly ben: TestPerson
  readonly adaMember: string
  readonly benMember: string
}

let people = 0

export async function draftAgreement(server: TestServer, body: DocumentJson = BODY): Promise<Drafted> {
  const number = ++people
  const ada = await server.signUp('Ada Lund', `ada${number}@alpha.example`)
  const ben = await server.signUp('Ben Ödegård', `ben${number}@beta.example`)
  const { id, me } = await createAgreement(ada, { title: TITLE, seed: false })
  await server.rooms.write(
    { agreementId: id, room: 'body' },
    seedUpdate({ title: TITLE, body }, number),
    ada.id,
  )
  const benMember = await bringIn(ada, ben, id, 'partner', PARTY_B)
  return { id, ada, ben, adaMember: me.id, benMember }
}

/** Appends a paragraph as a client would. */
export async function appendParagraph(
  server: TestServer,
  { id, ada }: Drafted,
  words: string,
): Promise<void> {
  const room = { agreementId: id, room: 'body' } as const
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, (await server.rooms.state(room)).update)
  const before = Y.encodeStateVector(doc)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(BODY_FRAGMENT).push([paragraph])
  await server.rooms.write(room, Y.encodeStateAsUpdate(doc, before), ada.id)
}

export const signatoriesOf = ({ adaMember, benMember }: Drafted) => [
  { memberId: adaMember, partyId: PARTY_A, capacity: 'Chair' },
  { memberId: benMember, partyId: PARTY_B, capacity: 'Managing director' },
]

/** What it takes to seal a text that is as short as ours: for everything that readiness misses in it, a reason. */
export const sealRequestOf = (drafted: Drafted, body: DocumentJson = BODY) => ({
  signatories: signatoriesOf(drafted),
  waivers: readinessOf(body, extractTerms(body, TITLE))
    .filter(({ severity }) => severity === 'error')
    .map(error => ({ problem: waiverKey(error), reason: 'A text for tests.' })),
})

/** Seals the text as it stands, for both to sign. */
export async function seal(drafted: Drafted): Promise<VersionDetail> {
  const answer = await drafted.ada.post(`/api/agreements/${drafted.id}/versions`, sealRequestOf(drafted))
  if (answer.status !== 201) throw new Error(`Not sealed: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** What a member's device states by signing a version. */
export function statementFor(version: VersionDetail, memberId: string): Statement {
  const { manifest, fingerprint } = version
  const signatory = must(
    manifest.signatories.find(named => named.memberId === memberId),
    'a signatory of the version',
  )
  return {
    type: 'parley-signature/1',
    fingerprint,
    agreementId: manifest.agreementId,
    version: manifest.version,
    signatory: { memberId, name: signatory.name, email: signatory.email },
    party: { id: signatory.partyId, name: signatory.partyName },
    capacity: signatory.capacity,
    intent: intentSentence({
      title: manifest.title,
      version: manifest.version,
      partyName: signatory.partyName,
      capacity: signatory.capacity,
    }),
    time: new Date().toISOString(),
    nonce: toBase64url(globalThis.crypto.getRandomValues(new Uint8Array(16))),
  }
}

/** A proof by a fresh device key. */
export async function proveWithDeviceKey(statement: Statement): Promise<SignatureProof> {
  const { subtle } = globalThis.crypto
  const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const digest = await statementDigest(statement, createWebCryptoPort(subtle))
  const signature = await subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    pair.privateKey,
    new Uint8Array(digest),
  )
  return {
    method: 'device-key',
    publicKey: toBase64url(new Uint8Array(await subtle.exportKey('spki', pair.publicKey))),
    signature: toBase64url(new Uint8Array(signature)),
  }
}

/** Signs a version on a person's device and hands the signature in. */
export async function sign(person: TestPerson, version: VersionDetail, memberId: string) {
  const statement = statementFor(version, memberId)
  return person.post(
    `/api/agreements/${version.manifest.agreementId}/versions/${version.number}/signatures`,
    { statement, proof: await proveWithDeviceKey(statement) },
  )
}
