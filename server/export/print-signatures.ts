import { createHash } from 'node:crypto'
import { fromBase64url } from '../../shared/sealing/bytes.ts'
import type { Signatory } from '../../shared/sealing/manifest.ts'
import type { SignatureRecord } from '../../shared/sealing/statement.ts'
import type { PdfInput } from './pdf-input.ts'
import { plainLine } from './print-line.ts'
import type { PrintSignature } from './print-types.ts'
import { hexInGroups, timeInWords } from './print-words.ts'

const METHODS: Readonly<Record<SignatureRecord['proof']['method'], string>> = {
  passkey: 'Passkey; the device checked who was using it',
  'device-key': 'Key held by the browser; it cannot be copied from it',
}

function keyFingerprint(record: SignatureRecord): string {
  const key = fromBase64url(record.proof.publicKey)
  return key === null ? 'unreadable' : hexInGroups(createHash('sha256').update(key).digest('hex'), 4)
}

type Write = (text: string) => string

const signed = (record: SignatureRecord, write: Write): PrintSignature['rows'] => [
  { label: 'Statement', line: plainLine(write(record.statement.intent.replace(/\s+/g, ' '))) },
  { label: 'Signed', line: plainLine(`${timeInWords(record.statement.time)}, by the clock of the device`) },
  { label: 'Received', line: plainLine(`${timeInWords(record.receivedAt)}, by the clock of the server`) },
  { label: 'Signed with', line: plainLine(METHODS[record.proof.method]) },
  { label: 'Key (SHA-256)', line: plainLine(keyFingerprint(record)) },
]

/** Everyone who is to sign, in the order of the manifest, then whoever signed without being named there. */
export function printSignatures(input: PdfInput, write: Write): PrintSignature[] {
  const line = (text: string) => plainLine(write(text.replace(/\s+/g, ' ')))
  const named: readonly Signatory[] = input.manifest?.signatories ?? []
  const isOf = (signatory: Signatory) => (record: SignatureRecord) =>
    record.statement.signatory.memberId === signatory.memberId &&
    record.statement.party.id === signatory.partyId
  const extra = input.signatures.filter(record => !named.some(signatory => isOf(signatory)(record)))
  return [
    ...named.map(signatory => {
      const record = input.signatures.find(isOf(signatory))
      return {
        name: line(signatory.name),
        email: line(signatory.email),
        capacity: line(signatory.capacity),
        party: line(signatory.partyName),
        rows: record ? signed(record, write) : [],
      }
    }),
    ...extra.map(record => ({
      name: line(record.statement.signatory.name),
      email: line(record.statement.signatory.email),
      capacity: line(record.statement.capacity),
      party: line(record.statement.party.name),
      rows: signed(record, write),
    })),
  ]
}
