import type { AgreementStatus } from '../../shared/agreement/lifecycle.ts'
import type { Model } from '../../shared/agreement/models.ts'
import type { Role } from '../../shared/agreement/role.ts'
import type { Manifest } from '../../shared/sealing/manifest.ts'
import type { SignatureRecord } from '../../shared/sealing/statement.ts'
import type { Terms } from '../../shared/terms/terms.ts'

/** Times are ISO 8601 UTC text, so that both databases compare them alike. */
export interface Agreement {
  readonly id: string
  readonly title: string
  readonly model: Model
  readonly status: AgreementStatus
  readonly createdBy: string
  readonly createdAt: string
  readonly changedAt: string
  readonly changedBy: string | null
}

/** A person's account on an agreement. */
export interface Member {
  readonly id: string
  readonly agreementId: string
  readonly userId: string
  readonly role: Role
  readonly partyId: string | null
  readonly joinedAt: string
}

/** A link that lets one person in, once. Only the SHA-256 of its token is stored. */
export interface Invitation {
  readonly id: string
  readonly agreementId: string
  readonly tokenHash: string
  readonly role: Role
  readonly partyId: string | null
  readonly createdBy: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly acceptedBy: string | null
}

/** A sealed version. `snapshot` is Yjs' snapshot of the sealed state. */
export interface Version {
  readonly agreementId: string
  readonly number: number
  readonly status: 'sealed' | 'signed' | 'refused'
  readonly manifest: Manifest
  readonly fingerprint: string
  readonly snapshot: Uint8Array
  readonly refusal: { readonly name: string; readonly reason: string; readonly at: string } | null
}

/** A version without its text. `signed` counts the signatures. */
export interface VersionLine {
  readonly number: number
  readonly status: Version['status']
  readonly fingerprint: string
  readonly sealedAt: string
  readonly signatories: number
  readonly signed: number
  readonly refusal: Version['refusal']
}

/** A line of a person's library. `version` is the one that waits or is signed, null while the agreement is a draft. */
export interface LibraryLine {
  readonly agreement: Agreement
  readonly member: Member
  /** As the stored terms name them; empty before the first extraction. */
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  readonly version: VersionLine | null
}

/** When and by whom an agreement's text was last changed. */
export interface LastChange {
  readonly agreementId: string
  readonly changedAt: string
  readonly changedBy: string | null
}

/** Terms as derived from the record up to `seq`. */
export interface StoredTerms {
  readonly seq: number
  readonly terms: Terms
  readonly at: string
}

/** `last-convener`: nobody would be left who may invite and seal; nothing was written. */
export type MemberChange = 'done' | 'not-found' | 'last-convener'

/**
 * Everything about agreements but their text. Each method is one transaction; `false` or null means that the named thing is
 * not there or not in the expected state, and nothing was written.
 */
export interface AgreementStore {
  /** Creates the agreement with its first member. Null when the id is taken. */
  create(agreement: Agreement, convener: Member): Promise<Agreement | null>
  find(agreementId: string): Promise<Agreement | null>
  /** The agreements on which the user is a member, last changed first. */
  listFor(userId: string): Promise<readonly LibraryLine[]>
  /** Keeps when and by whom texts were last changed: a thousand in one write. */
  touch(changes: readonly LastChange[]): Promise<void>
  rename(agreementId: string, title: string): Promise<void>

  member(agreementId: string, userId: string): Promise<Member | null>
  members(agreementId: string): Promise<readonly Member[]>
  changeMember(
    agreementId: string,
    memberId: string,
    change: { role?: Role; partyId?: string | null },
  ): Promise<MemberChange>
  removeMember(agreementId: string, memberId: string): Promise<MemberChange>

  addInvitation(invitation: Invitation): Promise<void>
  invitationByTokenHash(tokenHash: string): Promise<Invitation | null>
  openInvitations(agreementId: string, now: string): Promise<readonly Invitation[]>
  /**
   * Marks the invitation as used and adds the member, together. Null when somebody else used it, it expired or was revoked;
   * the existing member when this person already belongs to the agreement (the invitation then stays unused).
   */
  acceptInvitation(tokenHash: string, member: Member, now: string): Promise<Member | null>
  revokeInvitation(agreementId: string, invitationId: string): Promise<boolean>

  /**
   * Adds the version, sets each signatory's member to the party it signs for and moves the agreement from `draft` to
   * `sealed`, together; false when it is not a draft, the number is taken, a signatory is no longer a member, or the text has
   * moved on from what the manifest says (where others may write it meanwhile).
   */
  addVersion(version: Version): Promise<boolean>
  version(agreementId: string, number: number): Promise<Version | null>
  /** In order of number. */
  versions(agreementId: string): Promise<readonly VersionLine[]>
  /**
   * Adds a signature to a sealed version; when it is the last one, the version and the agreement become `signed`, together.
   * Null when the version is not `sealed` or this member has signed.
   */
  addSignature(
    agreementId: string,
    number: number,
    signature: SignatureRecord,
  ): Promise<{ readonly complete: boolean } | null>
  signatures(agreementId: string, number: number): Promise<readonly SignatureRecord[]>
  /** Moves a sealed version to `refused` and the agreement back to `draft`, together. */
  refuseVersion(
    agreementId: string,
    number: number,
    refusal: { name: string; reason: string; at: string },
  ): Promise<boolean>
  /** Moves a signed agreement back to `draft`. */
  reopen(agreementId: string): Promise<boolean>
  saveSignedPdf(agreementId: string, number: number, pdf: Uint8Array): Promise<void>
  signedPdf(agreementId: string, number: number): Promise<Uint8Array | null>

  /** Keeps the terms unless newer ones are kept. */
  saveTerms(agreementId: string, terms: StoredTerms): Promise<void>
  terms(agreementId: string): Promise<StoredTerms | null>

  /** False when this credential is registered already. */
  addPasskey(passkey: Passkey): Promise<boolean>
  passkeys(userId: string): Promise<readonly Passkey[]>
  close(): Promise<void>
}

/** A passkey that a user registered for signing. `publicKey` is SPKI; all bytes base64url. */
export interface Passkey {
  readonly credentialId: string
  readonly userId: string
  readonly publicKey: string
  /** COSE: ES256 or RS256. */
  readonly algorithm: -7 | -257
  readonly counter: number
  readonly createdAt: string
}
