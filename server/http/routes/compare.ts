import { createRoute, z } from '@hono/zod-openapi'
import { admit } from '../../admission.ts'
import { timeInWords } from '../../export/print-words.ts'
import { redlineDocx } from '../../export/redline/redline-docx.ts'
import type { RedlineInput } from '../../export/redline/redline-input.ts'
import type { RecordEntry } from '../../store/record-store.ts'
import { type Api, type ApiContext, orRefusal } from '../api.ts'
import { download } from '../download.ts'
import { refuse } from '../error-response.ts'
import type { RouteDeps } from '../route-deps.ts'

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
type CompareFormat = keyof typeof TYPES

const moment = z.coerce.number().int().min(0)
const compareRoute = (format: CompareFormat) =>
  createRoute({
    method: 'get',
    path: `/agreements/{id}/compare.${format}`,
    summary: 'What changed between two moments of the text, named by entries of its record',
    request: {
      params: z.object({ id: z.string() }),
      query: z.object({ from: moment, to: moment.optional() }),
    },
    responses: {
      200: { description: 'The redline', content: { [TYPES[format]]: { schema: z.any() } } },
      ...orRefusal,
    },
  })

export function compareRoutes(api: Api, deps: RouteDeps): void {
  for (const format of Object.keys(TYPES) as CompareFormat[])
    api.openapi(compareRoute(format), async c => {
      const { id } = c.req.valid('param')
      const { from, to } = c.req.valid('query')
      const admitted = await admit(deps.agreements, c.var.person, id, 'export')
      if (!admitted.ok) return refuse(c, admitted.error)
      return sendRedline(deps, c, { id, from, to, format })
    })
}

interface Wanted {
  readonly id: string
  readonly from: number
  readonly to: number | undefined
  readonly format: CompareFormat
}

async function sendRedline(deps: RouteDeps, c: ApiContext, wanted: Wanted): Promise<Response> {
  const room = { agreementId: wanted.id, room: 'body' } as const
  const { seq: head } = await deps.record.head(room)
  const to = wanted.to ?? head
  if (wanted.from > head || to > head) return refuse(c, { kind: 'not-found' })
  const entries = await deps.record.read(room, 1, Math.max(wanted.from, to) + 1)
  const input = await redlineInput(deps, entries, wanted.from, to)
  const send = (file: Uint8Array) =>
    download(c, file, TYPES[wanted.format], `agreement-${wanted.id}-changes.${wanted.format}`)
  if (wanted.format === 'docx') return send(redlineDocx(input))
  const pdf = await deps.renderer.renderRedline(input)
  return pdf.ok ? send(pdf.value) : refuse(c, { kind: 'too-large' })
}

async function redlineInput(
  deps: RouteDeps,
  entries: readonly RecordEntry[],
  from: number,
  to: number,
): Promise<RedlineInput> {
  const people = await deps.accounts.people([...new Set(entries.map(({ authorId }) => authorId))])
  const isoOf = (seq: number) => new Date(entries[seq - 1]?.at ?? 0).toISOString()
  const momentInWords = (seq: number) =>
    seq === 0 ? 'an empty text' : `the text of ${timeInWords(isoOf(seq))}`
  return {
    comparison: await deps.comparer.compare(entries, from, to),
    from: momentInWords(from),
    to: momentInWords(to),
    date: new Date(deps.now()).toISOString(),
    authorOf: seq => {
      const entry = seq === null ? undefined : entries[seq - 1]
      return entry && seq !== null
        ? { name: people.get(entry.authorId)?.name ?? 'Closed account', at: isoOf(seq) }
        : null
    },
  }
}
