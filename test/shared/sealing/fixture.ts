import type { DocumentJson } from '../../../shared/document/document-json.ts'
import type { Manifest } from '../../../shared/sealing/manifest.ts'
import type { Statement } from '../../../shared/sealing/statement.ts'
import { createWebCryptoPort } from '../../../shared/sealing/web-crypto-port.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'

export const cryptoPort = createWebCryptoPort(globalThis.crypto.subtle)

export const ADA = {
  memberId: 'ada0000000000000000a',
  name: 'Ada Lund',
  email: 'ada@nordlicht.example',
  partyId: 'nordlicht0000000000a',
  partyName: 'Nordlicht Energie eG',
  capacity: 'Managing director',
}
export const BEN = {
  memberId: 'ben0000000000000000b',
  name: 'Ben Ödegård',
  email: 'ben@harbour.example',
  partyId: 'harbour000000000000b',
  partyName: 'Harbour Logistics Ltd',
  capacity: 'Director of operations',
}

const text = (value: string) => ({ type: 'text', text: value })

export const BODY: DocumentJson = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { id: 'clause00000000000001', level: 1 }, content: [text('Parties')] },
    { type: 'party', attrs: { id: ADA.partyId, name: ADA.partyName } },
    { type: 'party', attrs: { id: BEN.partyId, name: BEN.partyName, shortName: 'Harbour' } },
    { type: 'heading', attrs: { id: 'clause00000000000002', level: 1 }, content: [text('Fee')] },
    {
      type: 'paragraph',
      attrs: { id: 'block000000000000001' },
      content: [
        { type: 'partyRef', attrs: { partyId: ADA.partyId } },
        text(' pays '),
        {
          type: 'text',
          text: 'EUR 48,000',
          marks: [{ type: 'term', attrs: { kind: 'amount', id: 'term0000000000000001' } }],
        },
        text(' a year; “Ελληνικά”, 中文 and 🙂 stay as typed.'),
      ],
    },
    {
      type: 'kpi',
      attrs: { id: 'kpi00000000000000001', unit: '%', target: '97.5', direction: 'up' },
      content: [
        {
          type: 'kpiPart',
          attrs: { id: 'part0000000000000001', part: 'name' },
          content: [text('On-time deliveries')],
        },
      ],
    },
  ],
}

export const manifestOf = (body: DocumentJson = BODY): Manifest => ({
  format: 'parley-manifest/1',
  agreementId: 'agreement00000000001',
  title: 'Regional delivery partnership',
  version: 2,
  previousFingerprint: 'ab'.repeat(32),
  body,
  terms: extractTerms(body, 'Regional delivery partnership'),
  signatories: [ADA, BEN],
  waivers: [
    {
      problem: 'obligation-date',
      place: 'duty0000000000000001',
      message: 'An obligation has no date.',
      reason: 'It holds at all times.',
      waivedBy: { memberId: ADA.memberId, name: ADA.name, email: ADA.email },
    },
  ],
  unreviewed: 0,
  record: { updates: 214, head: 'cd'.repeat(32) },
  sealedAt: '2026-11-23T10:15:00.000Z',
  sealedBy: { memberId: ADA.memberId, name: ADA.name, email: ADA.email },
})

export const statementOf = (
  manifest: Manifest,
  fingerprint: string,
  signatory: typeof ADA,
  nonce = 'AAECAwQFBgcICQoLDA0ODw',
): Statement => ({
  type: 'parley-signature/1',
  fingerprint,
  agreementId: manifest.agreementId,
  version: manifest.version,
  signatory: { memberId: signatory.memberId, name: signatory.name, email: signatory.email },
  party: { id: signatory.partyId, name: signatory.partyName },
  capacity: signatory.capacity,
  intent: `I have read it and sign for ${signatory.partyName}.`,
  time: '2026-11-23T10:20:30.000Z',
  nonce,
})
