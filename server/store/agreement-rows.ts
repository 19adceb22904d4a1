import type { Selectable } from 'kysely'
import type { AgreementStatus } from '../../shared/agreement/lifecycle.ts'
import type { Model } from '../../shared/agreement/models.ts'
import type { Role } from '../../shared/agreement/role.ts'
import type {
  Agreement,
  Invitation,
  Member,
  Passkey,
  StoredTerms,
  Version,
  VersionLine,
} from './agreement-store.ts'
import type { Tables } from './tables.ts'

type Row<Name extends keyof Tables> = Selectable<Tables[Name]>

export const agreementToRow = (agreement: Agreement): Row<'agreement'> => ({
  id: agreement.id,
  title: agreement.title,
  model: agreement.model,
  status: agreement.status,
  created_by: agreement.createdBy,
  created_at: agreement.createdAt,
  changed_at: agreement.changedAt,
  changed_by: agreement.changedBy,
})

export const agreementFromRow = (row: Row<'agreement'>): Agreement => ({
  id: row.id,
  title: row.title,
  model: row.model as Model,
  status: row.status as AgreementStatus,
  createdBy: row.created_by,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})

export const memberToRow = (member: Member): Row<'member'> => ({
  id: member.id,
  agreement_id: member.agreementId,
  user_id: member.userId,
  role: member.role,
  party_id: member.partyId,
  joined_at: member.joinedAt,
})

export const memberFromRow = (row: Row<'member'>): Member => ({
  id: row.id,
  agreementId: row.agreement_id,
  userId: row.user_id,
  role: row.role as Role,
  partyId: row.party_id,
  joinedAt: row.joined_at,
})

export const invitationToRow = (invitation: Invitation): Row<'invitation'> => ({
  id: invitation.id,
  agreement_id: invitation.agreementId,
  token_hash: invitation.tokenHash,
  role: invitation.role,
  party_id: invitation.partyId,
  created_by: invitation.createdBy,
  created_at: invitation.createdAt,
  expires_at: invitation.expiresAt,
  accepted_by: invitation.acceptedBy,
})

export const invitationFromRow = (row: Row<'invitation'>): Invitation => ({
  id: row.id,
  agreementId: row.agreement_id,
  tokenHash: row.token_hash,
  role: row.role as Role,
  partyId: row.party_id,
  createdBy: row.created_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  acceptedBy: row.accepted_by,
})

export const versionToRow = (version: Version): Row<'version'> => ({
  agreement_id: version.agreementId,
  number: version.number,
  status: version.status,
  manifest_json: JSON.stringify(version.manifest),
  fingerprint: version.fingerprint,
  snapshot: version.snapshot,
  sealed_at: version.manifest.sealedAt,
  signatories: version.manifest.signatories.length,
  refusal_json: version.refusal && JSON.stringify(version.refusal),
})

export const versionFromRow = (row: Row<'version'>): Version => ({
  agreementId: row.agreement_id,
  number: row.number,
  status: row.status as Version['status'],
  manifest: JSON.parse(row.manifest_json),
  fingerprint: row.fingerprint,
  snapshot: new Uint8Array(row.snapshot),
  refusal: refusalFrom(row),
})

const refusalFrom = (row: Pick<Row<'version'>, 'refusal_json'>): Version['refusal'] =>
  row.refusal_json === null ? null : JSON.parse(row.refusal_json)

/** A count is a number in SQLite and text in PostgreSQL. */
export const versionLineFromRow = (
  row: Omit<Row<'version'>, 'agreement_id' | 'manifest_json' | 'snapshot'> & { signed: unknown },
): VersionLine => ({
  number: row.number,
  status: row.status as Version['status'],
  fingerprint: row.fingerprint,
  sealedAt: row.sealed_at,
  signatories: row.signatories,
  signed: Number(row.signed),
  refusal: refusalFrom(row),
})

// PostgreSQL gives whole numbers of 64 bits as text.
export const termsFromRow = (row: Pick<Row<'terms'>, 'seq' | 'at' | 'terms_json'>): StoredTerms => ({
  seq: Number(row.seq),
  at: row.at,
  terms: JSON.parse(row.terms_json),
})

export const passkeyToRow = (passkey: Passkey): Row<'passkey'> => ({
  credential_id: passkey.credentialId,
  user_id: passkey.userId,
  public_key: passkey.publicKey,
  algorithm: passkey.algorithm,
  counter: passkey.counter,
  created_at: passkey.createdAt,
})

export const passkeyFromRow = (row: Row<'passkey'>): Passkey => ({
  credentialId: row.credential_id,
  userId: row.user_id,
  publicKey: row.public_key,
  algorithm: row.algorithm as Passkey['algorithm'],
  counter: Number(row.counter),
  createdAt: row.created_at,
})
