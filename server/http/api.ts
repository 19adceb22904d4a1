import type { HttpBindings } from '@hono/node-server'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ERROR_STATUS, type ErrorKind } from '../../shared/protocol/errors.ts'
import type { Person } from '../accounts.ts'
import { refuse } from './error-response.ts'

/** What middleware leaves for the routes. `incoming` is there only when a real socket is. */
export interface ApiEnv {
  Variables: { person: Person | null }
  Bindings: Partial<HttpBindings>
}
export type ApiContext = Context<ApiEnv>
export type Api = OpenAPIHono<ApiEnv>

const KINDS = Object.keys(ERROR_STATUS) as [ErrorKind, ...ErrorKind[]]

const refusalSchema = z
  .object({ kind: z.enum(KINDS), message: z.string(), details: z.unknown().optional() })
  .openapi('Refusal')

/** A set of routes; input that does not have the asked form is refused with the fields that are wrong. */
export const newApi = (): Api =>
  new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) =>
      result.success
        ? undefined
        : refuse(c, {
            kind: 'bad-request',
            details: result.error.issues.map(({ path, message }: z.core.$ZodIssue) => ({
              field: path.join('.'),
              problem: message,
            })),
          }),
  })

/** Any refusal, as every route may answer. */
export const orRefusal = {
  default: { description: 'Refused', content: { 'application/json': { schema: refusalSchema } } },
} as const

/** An answer in JSON. */
export const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A body that must be JSON of this form. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

/** Whole structures whose form is described elsewhere (`SPEC.md`). */
export const described = <T>(description: string) => z.custom<T>().openapi({ type: 'object', description })
