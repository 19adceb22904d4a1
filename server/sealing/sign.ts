import type { SignRequest } from '../../shared/protocol/api.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { fromBase64url } from '../../shared/sealing/bytes.ts'
import type { CryptoPort } from '../../shared/sealing/crypto-port.ts'
import { intentSentence } from '../../shared/sealing/intent.ts'
import type { Signatory } from '../../shared/sealing/manifest.ts'
import type { SignatureProof, SignatureRecord, Statement } from '../../shared/sealing/statement.ts'
import { decodeJson } from '../../shared/sealing/utf8.ts'
import { verifySignatureRecord } from '../../shared/sealing/verify-signature-record.ts'
import type { Admitted } from '../admission.ts'
import type { Refusal } from '../refusal.ts'
import type { AgreementStore, Passkey, Version } from '../store/agreement-store.ts'
import type { LiveRooms } from '../sync/live-rooms.ts'

const CLOCK_MS = 24 * 60 * 60 * 1000

export interface SignDeps {
  readonly agreements: AgreementStore
  readonly rooms: LiveRooms
  readonly crypto: CryptoPort
  readonly now: () => number
  /** Called once a version has its last signature. */
  readonly onSigned: (agreementId: string, number: number) => void
}

const invalid = (problem: string, message?: string): { ok: false; error: Refusal } =>
  err({ kind: 'invalid-signature', details: { problem }, ...(message === undefined ? {} : { message }) })

/**
 * Takes a signature that a signatory's device made over the sealed version. `origin` is this site's, on which a passkey must
 * have been used. The statement must say what the version says, in the words of consent that the signatory was shown.
 */
export const createSign =
  (deps: SignDeps) =>
  async (
    { agreement, member, person }: Admitted,
    number: number,
    { statement, proof }: SignRequest,
    origin: string,
  ): Promise<Result<true, Refusal>> => {
    const version = await deps.agreements.version(agreement.id, number)
    if (!version) return err({ kind: 'not-found' })
    if (version.status !== 'sealed') return err({ kind: 'wrong-status' })
    const signatory = version.manifest.signatories.find(({ memberId }) => memberId === member.id)
    if (!signatory) return err({ kind: 'not-a-signatory' })
    const earlier = await deps.agreements.signatures(agreement.id, number)
    if (earlier.some(record => record.statement.signatory.memberId === member.id))
      return err({ kind: 'already-signed' })

    const now = deps.now()
    const record: SignatureRecord = { statement, proof, receivedAt: new Date(now).toISOString() }
    const problem = statementProblem(statement, version, signatory, now)
    if (problem) return problem
    if (proof.method === 'passkey') {
      const unfit = passkeyProblem(proof, await deps.agreements.passkeys(person.id), origin)
      if (unfit) return unfit
    }
    const verified = await verifySignatureRecord(record, version.manifest, deps.crypto)
    if (!verified.ok) return invalid(verified.error.kind)

    const added = await deps.agreements.addSignature(agreement.id, number, record)
    if (!added) return err({ kind: 'wrong-status' })
    if (added.complete) {
      deps.rooms.accessChanged(agreement.id)
      deps.onSigned(agreement.id, number)
    }
    return ok(true)
  }

function statementProblem(statement: Statement, version: Version, signatory: Signatory, now: number) {
  if (statement.signatory.memberId !== signatory.memberId) return invalid('not-a-signatory')
  if (Math.abs(Date.parse(statement.time) - now) > CLOCK_MS)
    return invalid('clock', 'The clock of this device is more than a day off. Set it right, then sign again.')
  const { manifest } = version
  const intent = intentSentence({
    title: manifest.title,
    version: manifest.version,
    partyName: signatory.partyName,
    capacity: signatory.capacity,
  })
  return statement.intent === intent ? null : invalid('wrong-intent')
}

function passkeyProblem(
  proof: Extract<SignatureProof, { method: 'passkey' }>,
  passkeys: readonly Passkey[],
  origin: string,
) {
  const known = passkeys.find(({ credentialId }) => credentialId === proof.credentialId)
  if (!known || known.publicKey !== proof.publicKey || known.algorithm !== proof.algorithm)
    return invalid('unknown-passkey', 'This passkey is not registered for signing. Register it first.')
  const bytes = fromBase64url(proof.clientDataJSON)
  const clientData = bytes && decodeJson(bytes)
  const usedOn = clientData?.ok && isObject(clientData.value.json) ? clientData.value.json.origin : null
  return usedOn === origin ? null : invalid('wrong-site')
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
