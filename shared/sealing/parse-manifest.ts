import { z } from 'zod'
import type { DocumentJson } from '../document/document-json.ts'
import { isId } from '../ids.ts'
import { proofSchema, statementSchema } from '../protocol/api.ts'
import { err, ok, type Result } from '../result.ts'
import type { Terms } from '../terms/terms.ts'
import { tryCanonicalJson } from './canonical-json.ts'
import type { Manifest } from './manifest.ts'
import type { SignatureFile } from './statement.ts'

/** Why a file is not what it should be, with the place in it. */
export interface MalformedFile {
  readonly kind: 'malformed'
  readonly reason: string
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isAttribute = (value: unknown) =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every(item => typeof item === 'number'))

const isMark = (value: unknown) =>
  isObject(value) &&
  typeof value.type === 'string' &&
  (value.attrs === undefined || (isObject(value.attrs) && Object.values(value.attrs).every(isAttribute)))

const isNode = (value: unknown): boolean =>
  isMark(value) &&
  isObject(value) &&
  (value.text === undefined || typeof value.text === 'string') &&
  (value.marks === undefined || (Array.isArray(value.marks) && value.marks.every(isMark))) &&
  (value.content === undefined || (Array.isArray(value.content) && value.content.every(isNode)))

/** Whether a value has the form of a text. Types and attributes may be unknown: they are part of the fingerprint all the same. */
export const isDocument = (value: unknown): value is DocumentJson =>
  isNode(value) && isObject(value) && value.type === 'doc'

const id = z.string().refine(isId, 'not an id')
const line = (max: number) => z.string().min(1).max(max)
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'not 64 hex digits')
const person = { memberId: id, name: line(200), email: z.email() }

const manifestSchema = z.strictObject({
  format: z.literal('parley-manifest/1'),
  agreementId: id,
  title: line(300),
  version: z.int().positive(),
  previousFingerprint: hash.nullable(),
  body: z.custom<DocumentJson>(isDocument, 'not a text'),
  terms: z.custom<Terms>(value => isObject(value) && value.format === 'parley-terms/1', 'not terms'),
  signatories: z
    .array(z.strictObject({ ...person, partyId: id, partyName: line(300), capacity: line(120) }))
    .min(1)
    .max(60)
    .refine(
      list => new Set(list.map(signatory => signatory.memberId)).size === list.length,
      'names a person twice',
    ),
  waivers: z
    .array(
      z.strictObject({
        problem: line(100),
        place: line(100).nullable(),
        message: line(1000),
        reason: line(500),
        waivedBy: z.strictObject(person),
      }),
    )
    .max(2000),
  unreviewed: z.int().nonnegative(),
  record: z.strictObject({ updates: z.int().nonnegative(), head: hash }),
  sealedAt: z.iso.datetime({ precision: 3 }),
  sealedBy: z.strictObject(person),
}) satisfies z.ZodType<Manifest>

const signatureFileSchema = z.strictObject({
  format: z.literal('parley-signatures/1'),
  fingerprint: hash,
  signatures: z
    .array(z.strictObject({ statement: statementSchema, proof: proofSchema, receivedAt: z.iso.datetime() }))
    .max(60),
}) satisfies z.ZodType<SignatureFile>

const parse = <T>(schema: z.ZodType<T>, value: unknown): Result<T, MalformedFile> => {
  // First of all, because it bounds the depth that the checks after it walk through.
  const canonical = tryCanonicalJson(value)
  if (!canonical.ok)
    return err({ kind: 'malformed', reason: `${canonical.error.path}: ${canonical.error.reason}` })
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return err({
    kind: 'malformed',
    reason: [issue?.path.join('.'), issue?.message].filter(Boolean).join(': '),
  })
}

/** A manifest from outside. Strict in all but the inside of body and terms, which are kept as they are. */
export const parseManifest = (value: unknown): Result<Manifest, MalformedFile> => parse(manifestSchema, value)

/** A signature file from outside, strict: an unknown field is refused. Proofs are well-formed, not yet verified. */
export const parseSignatureFile = (value: unknown): Result<SignatureFile, MalformedFile> =>
  parse(signatureFileSchema, value)
