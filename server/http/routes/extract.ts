import { createRoute, z } from '@hono/zod-openapi'
import { err, ok, type Result } from '../../../shared/result.ts'
import { textTermsSchema } from '../../../shared/terms/text-terms-schema.ts'
import type { Refusal } from '../../refusal.ts'
import type { SentText } from '../../terms/text-extractor.ts'
import { type Api, type ApiContext, json, orRefusal } from '../api.ts'
import { refuse } from '../error-response.ts'
import { limitRate } from '../rate-limit.ts'
import type { RouteDeps } from '../route-deps.ts'

/** About what the threads can read of contracts of usual length. */
const PER_MINUTE = 600

const jsonSchema = z.object({ text: z.string() })
const ASKED = 'Send plain text (text/plain in UTF-8), or JSON as in {"text": "…"}.'

const extract = createRoute({
  method: 'post',
  path: '/extract',
  summary: 'The terms that a text states, with their places; needs no account and keeps nothing',
  description:
    'Up to 2 MB of plain text or Markdown in UTF-8, as the body itself or as JSON. Places are offsets into the text in UTF-16 code units.',
  request: {
    body: {
      required: true,
      content: {
        'text/plain': { schema: z.string() },
        'text/markdown': { schema: z.string() },
        'application/json': { schema: jsonSchema },
      },
    },
  },
  responses: { 200: json('What the text states', textTermsSchema), ...orRefusal },
})

export function extractRoutes(api: Api, deps: RouteDeps): void {
  api.use('/extract', limitRate(PER_MINUTE, deps.publicUrl, deps.now))
  // Described, and checked by hand: the library would hold a plain text to the schema of the JSON.
  api.openAPIRegistry.registerPath(extract)

  api.post('/extract', async c => {
    const sent = await sentIn(c)
    if (!sent.ok) return refuse(c, sent.error)
    const terms = await deps.extractor.extract(sent.value)
    if (terms === null) return refuse(c, { kind: 'unavailable' })
    if (!terms.ok) return refuse(c, terms.error)
    return c.body(terms.value, 200, { 'content-type': 'application/json' })
  })
}

async function sentIn(c: ApiContext): Promise<Result<SentText, Refusal>> {
  const [type, charset] = contentType(c.req.header('content-type'))
  if (charset !== null && !['utf-8', 'utf8', 'us-ascii'].includes(charset))
    return err({ kind: 'bad-request', message: 'Send the text in UTF-8.' })
  switch (type) {
    case 'text/plain':
    case 'text/markdown':
      return ok(new Uint8Array(await c.req.arrayBuffer()))
    case 'application/json': {
      const body: unknown = await c.req.json().catch(() => null)
      const parsed = jsonSchema.safeParse(body)
      return parsed.success ? ok(parsed.data.text) : err({ kind: 'bad-request', message: ASKED })
    }
    default:
      return err({ kind: 'bad-request', message: ASKED })
  }
}

function contentType(header: string | undefined): [type: string, charset: string | null] {
  const [type = '', ...parameters] = (header ?? '').toLowerCase().split(';')
  const charset = parameters.find(parameter => parameter.trim().startsWith('charset='))
  return [type.trim(), charset?.trim().slice('charset='.length).replaceAll('"', '') ?? null]
}
