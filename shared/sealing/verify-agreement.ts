import { extractTerms } from '../terms/extract-terms.ts'
import { canonicalJson, tryCanonicalJson } from './canonical-json.ts'
import type { CryptoPort } from './crypto-port.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Manifest, Signatory } from './manifest.ts'
import { parseManifest, parseSignatureFile } from './parse-manifest.ts'
import type { SignatureFile, SignatureRecord } from './statement.ts'
import {
  type Check,
  check,
  EVERYONE_SIGNED,
  type SignatoryReport,
  unreadableReport,
  type VerificationReport,
  verdictOf,
  warning,
} from './verification-report.ts'
import { inWords, notProvenBy, PROBLEM_WORDS, provenBy, unreviewedWords } from './verification-words.ts'
import { type SignatureProblem, type VerifiedSignature, verifySignature } from './verify-signature-record.ts'
import { waiverReports } from './waiver-report.ts'

interface CheckedRecord {
  readonly record: SignatureRecord
  readonly verified: VerifiedSignature | null
  readonly problem: SignatureProblem['kind'] | null
}

const checkRecords = (file: SignatureFile, manifest: Manifest, fingerprint: string, crypto: CryptoPort) =>
  Promise.all(
    file.signatures.map(async (record): Promise<CheckedRecord> => {
      const result = await verifySignature(record, { manifest, fingerprint }, crypto)
      return result.ok
        ? { record, verified: result.value, problem: null }
        : { record, verified: null, problem: result.error.kind }
    }),
  )

const signatoryReport = (signatory: Signatory, checked: readonly CheckedRecord[]): SignatoryReport => {
  const { memberId, name, email, partyName, capacity } = signatory
  const own = checked.filter(({ record }) => record.statement.signatory.memberId === memberId)
  const shown = own.find(({ verified }) => verified) ?? own[0]
  const state = shown === undefined ? 'awaited' : own.length === 1 && shown.verified ? 'signed' : 'invalid'
  const signature = shown && {
    method: shown.record.proof.method,
    intent: shown.record.statement.intent,
    signedAt: shown.record.statement.time,
    receivedAt: shown.record.receivedAt,
    keyFingerprint: shown.verified?.keyFingerprint ?? null,
    host: shown.verified?.passkey?.host ?? null,
  }
  return { memberId, name, email, partyName, capacity, state, signature: signature ?? null }
}

const signatureChecks = (checked: readonly CheckedRecord[]): readonly Check[] =>
  checked.map(({ record: { statement }, problem }, index) => {
    const who = `${statement.signatory.name} for ${statement.party.name}`
    const { memberId } = statement.signatory
    const earlier = checked
      .slice(0, index)
      .filter(({ record }) => record.statement.signatory.memberId === memberId)
    return check(
      `signature:${memberId}${earlier.length > 0 ? `#${earlier.length + 1}` : ''}`,
      problem === null,
      problem === null
        ? `The signature of ${who} holds.`
        : `The signature of ${who} does not hold: ${PROBLEM_WORDS[problem]}.`,
    )
  })

const onceEach = (
  checked: readonly CheckedRecord[],
  signatories: readonly SignatoryReport[],
): readonly Check[] => {
  const members = checked.map(({ record }) => record.statement.signatory.memberId)
  const twice = signatories.filter(
    ({ memberId }) => members.indexOf(memberId) !== members.lastIndexOf(memberId),
  )
  const awaited = signatories.filter(({ state }) => state === 'awaited')
  const keys = checked.flatMap(({ verified }) => verified?.keyFingerprint ?? [])
  return [
    check(
      'signed-once',
      twice.length === 0,
      twice.length === 0
        ? 'Nobody signed twice.'
        : `There is more than one signature of ${inWords(twice.map(({ name }) => name))}.`,
    ),
    check(
      EVERYONE_SIGNED,
      awaited.length === 0,
      awaited.length === 0
        ? `Everyone who is named to sign has signed (${signatories.length}).`
        : `The signature of ${inWords(awaited.map(({ name, partyName }) => `${name} for ${partyName}`))} is missing.`,
    ),
    warning(
      'own-keys',
      new Set(keys).size === keys.length,
      new Set(keys).size === keys.length
        ? 'Each signature was made with a key of its own.'
        : 'Two people signed with the same key: one person may have signed for both.',
    ),
  ]
}

const termsCheck = (manifest: Manifest): Check => {
  const recomputed = tryCanonicalJson(extractTerms(manifest.body, manifest.title))
  const same = recomputed.ok && recomputed.value === canonicalJson(manifest.terms)
  return warning(
    'terms',
    same,
    same
      ? 'The terms in the file are those that the text states.'
      : 'Read from the text again, the terms differ from those in the file. A newer version of Parley may read a text differently; the signatures cover both the text and the terms as they are in the file.',
  )
}

/** Said only of a version that was sealed with open points. */
const reviewCheck = ({ unreviewed }: Manifest): readonly Check[] =>
  unreviewed === 0 ? [] : [warning('merge-review', false, unreviewedWords(unreviewed))]

const fingerprintCheck = (named: string, fingerprint: string): Check =>
  check(
    'fingerprint',
    named === fingerprint,
    named === fingerprint
      ? 'The text has the fingerprint that the signatures name.'
      : `The text is not the one that was signed: its fingerprint is ${fingerprint}, but the signatures are for ${named}.`,
  )

/**
 * Verifies a sealed version from its two files, `manifest.json` and `signatures.json`, already read as JSON. It never throws
 * on bad input and needs no server. `source` says whether the files came out of a sealed PDF, for the words of the report.
 */
export async function verifyAgreement(
  manifestInput: unknown,
  signaturesInput: unknown,
  crypto: CryptoPort,
  source: 'files' | 'pdf' = 'files',
): Promise<VerificationReport> {
  const manifest = parseManifest(manifestInput)
  const file = parseSignatureFile(signaturesInput)
  const read = [
    check(
      'manifest',
      manifest.ok,
      manifest.ok
        ? 'The sealed text can be read.'
        : `The sealed text (manifest.json) cannot be read. ${manifest.error.reason}`,
    ),
    check(
      'signatures',
      file.ok,
      file.ok
        ? 'The signatures can be read.'
        : `The signatures (signatures.json) cannot be read. ${file.error.reason}`,
    ),
  ]
  if (!manifest.ok || !file.ok) return unreadableReport(read)

  const fingerprint = await fingerprintOf(manifest.value, crypto)
  const checked = await checkRecords(file.value, manifest.value, fingerprint, crypto)
  const signatories = manifest.value.signatories.map(signatory => signatoryReport(signatory, checked))
  const checks = [
    ...read,
    fingerprintCheck(file.value.fingerprint, fingerprint),
    ...signatureChecks(checked),
    ...onceEach(checked, signatories),
    termsCheck(manifest.value),
    ...reviewCheck(manifest.value),
  ]
  const { agreementId, title, version, sealedAt, sealedBy, previousFingerprint } = manifest.value
  const verdict = verdictOf(checks)
  return {
    verdict,
    checks,
    signatories,
    proves: verdict === 'invalid' ? [] : provenBy(signatories, source === 'pdf'),
    doesNotProve: notProvenBy(signatories, source === 'pdf'),
    agreement: {
      agreementId,
      title,
      version,
      sealedAt,
      sealedBy: sealedBy.name,
      fingerprint,
      previousFingerprint,
      waivers: waiverReports(manifest.value),
    },
  }
}
