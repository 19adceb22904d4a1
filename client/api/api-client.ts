import { z } from 'zod'
import {
  type AcceptedInvitation,
  type AgreementDetail,
  acceptedInvitationSchema,
  agreementDetailSchema,
  agreementSummarySchema,
  type CreateAgreement,
  type CreateInvitation,
  calendarFeedSchema,
  type changeMemberSchema,
  createdCalendarFeedSchema,
  invitationPreviewSchema,
  invitationSchema,
  memberSchema,
  meSchema,
  passkeySchema,
  type SealRequest,
  type SignRequest,
  type VersionDetail,
  versionSummarySchema,
} from '../../shared/protocol/api.ts'
import type { Manifest } from '../../shared/sealing/manifest.ts'
import type { SignatureFile, SignatureRecord } from '../../shared/sealing/statement.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import { type Answer, type Ask, request } from './request.ts'

const isObject = (value: unknown) => typeof value === 'object' && value !== null
const nothing = z.unknown().transform(() => null)
const createdInvitationSchema = invitationSchema.extend({ token: z.string(), url: z.string() })
const termsSchema = z.custom<Terms>(value => isObject(value) && (value as Terms).format === 'parley-terms/1')

// The manifest and the signatures are checked where it matters, by recomputing the fingerprint, not by their shape.
const versionDetailSchema: z.ZodType<VersionDetail> = versionSummarySchema.extend({
  manifest: z.custom<Manifest>(isObject),
  signatures: z.array(z.custom<SignatureRecord>(isObject)),
  snapshot: z.base64(),
})

export type ExportFormat = 'json' | 'md' | 'html' | 'pdf'

/** Path segments come from addresses that people can edit: each is encoded. */
const path = (...segments: readonly (string | number)[]) =>
  `/api/${segments.map(segment => encodeURIComponent(segment)).join('/')}`

/** Every route of the server as a method. None throws; see `ApiError`. */
export function createApiClient(fetch: typeof globalThis.fetch) {
  const ask = <T>(where: string, how: Ask<T>): Answer<T> => request(fetch, where, how)
  const agreement = (id: string, ...rest: readonly (string | number)[]) => path('agreements', id, ...rest)

  return {
    me: () => ask(path('me'), { answer: meSchema }),
    signUp: (body: { name: string; email: string; password: string }) =>
      ask('/api/auth/sign-up/email', { method: 'POST', body, answer: nothing }),
    signIn: (body: { email: string; password: string }) =>
      ask('/api/auth/sign-in/email', { method: 'POST', body, answer: nothing }),
    signOut: () => ask('/api/auth/sign-out', { method: 'POST', body: {}, answer: nothing }),
    /** `callbackURL` is the path to land on after the link in the e-mail was followed. */
    requestMagicLink: (body: { email: string; name?: string; callbackURL: string }) =>
      ask('/api/auth/sign-in/magic-link', { method: 'POST', body, answer: nothing }),

    listAgreements: () => ask(path('agreements'), { answer: z.array(agreementSummarySchema) }),
    createAgreement: (body: CreateAgreement) =>
      ask(path('agreements'), { method: 'POST', body, answer: agreementDetailSchema }),
    agreement: (id: string): Answer<AgreementDetail> => ask(agreement(id), { answer: agreementDetailSchema }),
    terms: (id: string) => ask(agreement(id, 'terms'), { answer: termsSchema }),
    exportUrl: (id: string, format: ExportFormat) => agreement(id, `export.${format}`),

    calendarFeed: (id: string) => ask(agreement(id, 'calendar'), { answer: calendarFeedSchema.nullable() }),
    makeCalendarFeed: (id: string) =>
      ask(agreement(id, 'calendar'), { method: 'POST', body: {}, answer: createdCalendarFeedSchema }),
    revokeCalendarFeed: (id: string) => ask(agreement(id, 'calendar'), { method: 'DELETE', answer: nothing }),

    createInvitation: (id: string, body: CreateInvitation) =>
      ask(agreement(id, 'invitations'), { method: 'POST', body, answer: createdInvitationSchema }),
    revokeInvitation: (id: string, invitationId: string) =>
      ask(agreement(id, 'invitations', invitationId), { method: 'DELETE', answer: nothing }),
    invitationPreview: (token: string) =>
      ask(path('invitations', token), { answer: invitationPreviewSchema }),
    acceptInvitation: (token: string): Answer<AcceptedInvitation> =>
      ask(path('invitations', token, 'accept'), {
        method: 'POST',
        body: {},
        answer: acceptedInvitationSchema,
      }),
    changeMember: (id: string, memberId: string, body: z.input<typeof changeMemberSchema>) =>
      ask(agreement(id, 'members', memberId), { method: 'PATCH', body, answer: memberSchema }),
    removeMember: (id: string, memberId: string) =>
      ask(agreement(id, 'members', memberId), { method: 'DELETE', answer: nothing }),

    seal: (id: string, body: SealRequest) =>
      ask(agreement(id, 'versions'), { method: 'POST', body, answer: versionDetailSchema }),
    version: (id: string, number: number) =>
      ask(agreement(id, 'versions', number), { answer: versionDetailSchema }),
    sign: (id: string, number: number, body: SignRequest) =>
      ask(agreement(id, 'versions', number, 'signatures'), {
        method: 'POST',
        body,
        answer: versionDetailSchema,
      }),
    refuse: (id: string, number: number, reason: string) =>
      ask(agreement(id, 'versions', number, 'refusals'), {
        method: 'POST',
        body: { reason },
        answer: versionDetailSchema,
      }),
    amend: (id: string) =>
      ask(agreement(id, 'amendments'), { method: 'POST', body: {}, answer: agreementDetailSchema }),
    signedPdfUrl: (id: string, number: number) => agreement(id, 'versions', number, 'signed.pdf'),

    passkeys: () => ask(path('passkeys'), { answer: z.array(passkeySchema) }),
    /** The options go to the browser as they are. */
    passkeyOptions: () =>
      ask(path('passkeys', 'options'), {
        method: 'POST',
        body: {},
        answer: z.looseObject({ challenge: z.string() }),
      }),
    addPasskey: (registration: object) =>
      ask(path('passkeys'), { method: 'POST', body: registration, answer: passkeySchema }),

    /** Asks the server to verify a signed PDF, or its two attachments. */
    verify: (what: Blob | { manifest: Manifest; signatures: SignatureFile }) =>
      ask(path('verify'), { method: 'POST', body: what, answer: z.unknown() }),
  }
}

export type ApiClient = ReturnType<typeof createApiClient>

export const api: ApiClient = createApiClient((input, init) => globalThis.fetch(input, init))
