import { createRoute, z } from '@hono/zod-openapi'
import { packRecordPage } from '../../../shared/record/record-pack.ts'
import { admit } from '../../admission.ts'
import type { RecordEntry } from '../../store/record-store.ts'
import { type Api, orRefusal } from '../api.ts'
import { refuse } from '../error-response.ts'
import type { RouteDeps } from '../route-deps.ts'

/** What one answer holds at most, so that neither side needs the whole record in memory. One entry is always let through. */
const PAGE_BYTES = 2 * 1024 * 1024
const CHUNK_ENTRIES = 500

const readRecord = createRoute({
  method: 'get',
  path: '/agreements/{id}/record/body',
  summary: 'The record of changes of the text from entry `from` on, packed (SPEC WP19)',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ from: z.coerce.number().int().min(1).default(1) }),
  },
  responses: {
    200: {
      description: 'A page of the record',
      content: { 'application/octet-stream': { schema: z.any() } },
    },
    ...orRefusal,
  },
})

export function recordRoutes(api: Api, deps: RouteDeps): void {
  api.openapi(readRecord, async c => {
    const { id } = c.req.valid('param')
    const admitted = await admit(deps.agreements, c.var.person, id, 'read')
    if (!admitted.ok) return refuse(c, admitted.error)
    const { from } = c.req.valid('query')
    const room = { agreementId: id, room: 'body' } as const
    const { seq: head } = await deps.record.head(room)
    const entries = await readPage(deps.record, room, from, head)
    const people = await deps.accounts.people([...new Set(entries.map(({ authorId }) => authorId))])
    const names = new Map([...people].map(([userId, { name }]) => [userId, name]))
    return c.body(packRecordPage({ head, entries, names }), 200, {
      'content-type': 'application/octet-stream',
    })
  })
}

async function readPage(
  record: RouteDeps['record'],
  room: Parameters<RouteDeps['record']['read']>[0],
  from: number,
  head: number,
): Promise<RecordEntry[]> {
  const page: RecordEntry[] = []
  let bytes = 0
  for (let at = from; at <= head && bytes < PAGE_BYTES; at += CHUNK_ENTRIES) {
    for (const entry of await record.read(room, at, Math.min(at + CHUNK_ENTRIES, head + 1))) {
      if (page.length > 0 && bytes + entry.update.length > PAGE_BYTES) return page
      page.push(entry)
      bytes += entry.update.length
    }
  }
  return page
}
