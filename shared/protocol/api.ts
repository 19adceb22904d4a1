import { z } from 'zod'
import { MODELS } from '../agreement/models.ts'
import { ROLES } from '../agreement/role.ts'
import type { DocumentJson } from '../document/document-json.ts'
import { isId } from '../ids.ts'
import type { Manifest } from '../sealing/manifest.ts'
import type { SignatureRecord } from '../sealing/statement.ts'
import type { Terms } from '../terms/terms.ts'
import { LIMITS } from './wire.ts'

/*
 * Which route answers what, beside the comments below:
 * `POST /api/agreements` 201 AgreementDetail (200 when repeated) · `GET /api/agreements` AgreementSummary[] · `GET /api/agreements/:id` AgreementDetail
 * `GET …/invitations` InvitationView[] · `DELETE …/invitations/:invitationId` 204 · `PATCH …/members/:memberId` MemberView ·
 * `DELETE …/members/:memberId` 204 (one's own: leave) · `GET …/terms` Terms · `…/terms.csv` · `…/export.{json,md,html,docx,pdf}`
 * `POST …/versions` 201 VersionDetail · `POST …/versions/:n/signatures` 201 VersionDetail · `POST …/versions/:n/refusals` VersionDetail ·
 * `POST …/amendments` AgreementDetail · `GET …/versions/:n/signed.pdf`
 */
const id = z.string().refine(isId, 'not an id')
const text = (max: number) => z.string().trim().min(1).max(max)
/** What was signed is compared byte by byte, so nothing here may trim it. */
const exactText = (max: number) => z.string().min(1).max(max)
const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .max(20_000)

/** Characters of a password. Long ones are easy to keep in mind, and cost an attacker more than odd signs do. */
export const PASSWORD_CHARACTERS = { min: 10, max: 128 } as const

/** Title of an agreement: one line, trimmed. */
export const titleSchema = text(LIMITS.titleCharacters).refine(
  title => !/[\p{Cc}]/u.test(title),
  'one line, without control characters',
)

/**
 * `POST /api/agreements`. Repeatable with the same id by the same person. `seed: false` means that the caller brings the text
 * itself through the body room; otherwise the server writes the model's template into the empty body.
 */
export const createAgreementSchema = z.object({
  id: id.optional(),
  title: titleSchema,
  model: z.enum(MODELS),
  seed: z.boolean().default(true),
})
export type CreateAgreement = z.input<typeof createAgreementSchema>

/** `POST /api/agreements/:id/invitations`. `partyId` is for roles that act for a party; `days` until the link expires. */
export const createInvitationSchema = z.object({
  role: z.enum(ROLES),
  partyId: id.nullish(),
  days: z.number().int().min(1).max(90).default(14),
})
export type CreateInvitation = z.input<typeof createInvitationSchema>

/** `PATCH /api/agreements/:id/members/:memberId`. */
export const changeMemberSchema = z.object({ role: z.enum(ROLES).optional(), partyId: id.nullish() })

/**
 * `POST /api/agreements/:id/versions`: who is to sign, and which errors of readiness are let stand, each by its `waiverKey` and
 * with a reason. Each party in the text needs at least one signatory. Waivers of errors that the text does not have are ignored.
 */
export const sealSchema = z.object({
  signatories: z
    .array(z.object({ memberId: id, partyId: id, capacity: text(120) }))
    .min(1)
    .max(60),
  waivers: z
    .array(z.object({ problem: z.string().max(5000), reason: text(500) }))
    .max(2000)
    .default([]),
})
export type SealRequest = z.infer<typeof sealSchema>

/** The statement as it comes from a device. */
export const statementSchema = z.strictObject({
  type: z.literal('parley-signature/1'),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  agreementId: id,
  version: z.number().int().positive(),
  signatory: z.strictObject({ memberId: id, name: exactText(200), email: z.email() }),
  party: z.strictObject({ id, name: exactText(300) }),
  capacity: exactText(120),
  intent: exactText(1000),
  time: z.iso.datetime(),
  nonce: base64url.min(22).max(64),
})

/** A device's proof. */
export const proofSchema = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('passkey'),
    publicKey: base64url,
    algorithm: z.union([z.literal(-7), z.literal(-257)]),
    credentialId: base64url,
    authenticatorData: base64url,
    clientDataJSON: base64url,
    signature: base64url,
  }),
  z.strictObject({ method: z.literal('device-key'), publicKey: base64url, signature: base64url }),
])

/** `POST /api/agreements/:id/versions/:n/signatures`. */
export const signSchema = z.object({ statement: statementSchema, proof: proofSchema })
export type SignRequest = z.infer<typeof signSchema>

/** `POST /api/agreements/:id/versions/:n/refusals`. */
export const refuseSchema = z.object({ reason: text(2000) })

const person = z.object({ id: z.string(), name: z.string(), email: z.string() })
const role = z.enum(ROLES)
const status = z.enum(['draft', 'sealed', 'signed'])

/** `GET /api/me`: `user` is null without a session. `magicLink` says whether the server can send sign-in links. */
export const meSchema = z.object({ user: person.nullable(), magicLink: z.boolean() })
export type Me = z.infer<typeof meSchema>

/** One line of the library. Times are ISO 8601 UTC. `present` are the people who have it open now. */
export const agreementSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  model: z.enum(MODELS),
  status,
  role,
  partyId: z.string().nullable(),
  parties: z.array(z.object({ id: z.string(), name: z.string() })),
  createdAt: z.string(),
  changedAt: z.string(),
  changedBy: z.string().nullable(),
  present: z.array(z.object({ userId: z.string(), name: z.string() })),
  /** The sealed version that waits, with how many have signed; null unless the status is `sealed` or `signed`. */
  version: z.object({ number: z.number(), signed: z.number(), signatories: z.number() }).nullable(),
})
export type AgreementSummary = z.infer<typeof agreementSummarySchema>

/** A member with the person behind it. */
export const memberSchema = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  partyId: z.string().nullable(),
  joinedAt: z.string(),
})
export type MemberView = z.infer<typeof memberSchema>

/** An invitation that is still open; the token itself is shown once, when it is made. */
export const invitationSchema = z.object({
  id: z.string(),
  role,
  partyId: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
})
export type InvitationView = z.infer<typeof invitationSchema>

/** A line of the list of versions. `sealed` waits, `signed` by all, `refused` by one. */
export const versionSummarySchema = z.object({
  number: z.number(),
  status: z.enum(['sealed', 'signed', 'refused']),
  fingerprint: z.string(),
  sealedAt: z.string(),
  refusal: z.object({ name: z.string(), reason: z.string(), at: z.string() }).nullable(),
})
export type VersionSummary = z.infer<typeof versionSummarySchema>

/** `GET /api/agreements/:id`. Invitations are listed for those who may invite, else the list is empty. `me` is the caller's member. */
export const agreementDetailSchema = agreementSummarySchema.extend({
  me: memberSchema,
  members: z.array(memberSchema),
  invitations: z.array(invitationSchema),
  versions: z.array(versionSummarySchema),
})
export type AgreementDetail = z.infer<typeof agreementDetailSchema>

/** `POST …/invitations` → the link, `<site>/invite/<token>`, shown once. */
export interface CreatedInvitation extends InvitationView {
  readonly token: string
  readonly url: string
}

/** `GET /api/invitations/:token`: what a guest sees before signing up. */
export const invitationPreviewSchema = z.object({
  agreementId: z.string(),
  title: z.string(),
  role,
  partyName: z.string().nullable(),
  invitedBy: z.string(),
  expiresAt: z.string(),
})
export type InvitationPreview = z.infer<typeof invitationPreviewSchema>

/** `GET …/versions/:n`. `snapshot` (base64) names the exact Yjs state, so that each client rebuilds the text from its own copy. */
export interface VersionDetail extends VersionSummary {
  readonly manifest: Manifest
  readonly signatures: readonly SignatureRecord[]
  readonly snapshot: string
}

/** `POST /api/invitations/:token/accept` → where the guest now belongs. Repeatable by the same person. */
export const acceptedInvitationSchema = z.object({ agreementId: z.string(), memberId: z.string() })
export type AcceptedInvitation = z.infer<typeof acceptedInvitationSchema>

/** `GET /api/agreements/:id/calendar`: since when a calendar of the caller's subscribes to the dates; null without one. */
export const calendarFeedSchema = z.object({ createdAt: z.string() })
export type CalendarFeedView = z.infer<typeof calendarFeedSchema>

/** `POST /api/agreements/:id/calendar` → the address, `<site>/calendar/<token>.ics`, shown once. */
export const createdCalendarFeedSchema = calendarFeedSchema.extend({ url: z.string() })

/** `GET /api/agreements/:id/export.json`. */
export interface AgreementExport {
  readonly format: 'parley-agreement/1'
  readonly id: string
  readonly title: string
  readonly model: AgreementSummary['model']
  readonly status: AgreementSummary['status']
  readonly body: DocumentJson
  readonly terms: Terms
}

/**
 * `POST /api/passkeys`: what `PublicKeyCredential.toJSON()` gives after registering with the options of
 * `POST /api/passkeys/options`. Fields that Parley does not read are let through unread.
 */
export const passkeyRegistrationSchema = z.looseObject({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: base64url, attestationObject: base64url }),
  clientExtensionResults: z.looseObject({}).default({}),
})

/**
 * `GET /api/passkeys` → a list of the caller's; `POST /api/passkeys` → the new one. `publicKey` is SPKI in base64url: an
 * assertion does not hold the key, and a signature's proof must. `algorithm` is COSE's number.
 */
export const passkeySchema = z.object({
  credentialId: z.string(),
  createdAt: z.string(),
  publicKey: base64url,
  algorithm: z.union([z.literal(-7), z.literal(-257)]),
})
export type PasskeyView = z.infer<typeof passkeySchema>
