import { createRoute, z } from '@hono/zod-openapi'
import * as Y from 'yjs'
import { renderHtml } from '../../../shared/document/render-html.ts'
import { renderMarkdown } from '../../../shared/document/render-markdown.ts'
import { type Thread, threadsOf } from '../../../shared/document/threads.ts'
import type { AgreementExport } from '../../../shared/protocol/api.ts'
import type { Terms } from '../../../shared/terms/terms.ts'
import { termsCsv } from '../../../shared/terms/terms-csv.ts'
import { writeDocx } from '../../../shared/word/write-docx.ts'
import { type Admitted, admit } from '../../admission.ts'
import type { ReadBody } from '../../terms/body-reader.ts'
import { type Api, type ApiContext, described, json, orRefusal } from '../api.ts'
import { download } from '../download.ts'
import { refuse } from '../error-response.ts'
import type { RouteDeps } from '../route-deps.ts'

const ofAgreement = z.object({ id: z.string() })
const file = (type: string) => ({
  200: { description: 'The file', content: { [type]: { schema: z.any() } } },
  ...orRefusal,
})

const readTerms = createRoute({
  method: 'get',
  path: '/agreements/{id}/terms',
  summary: 'The structured terms of the text',
  request: { params: ofAgreement },
  responses: { 200: json('Terms', described<Terms>('Terms, format parley-terms/1')), ...orRefusal },
})

const readTermsCsv = createRoute({
  method: 'get',
  path: '/agreements/{id}/terms.csv',
  summary: 'The terms as a table',
  request: { params: ofAgreement },
  responses: file('text/csv'),
})

const EXPORT_TYPES = {
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const
type ExportFormat = keyof typeof EXPORT_TYPES

const exportRoute = (format: ExportFormat) =>
  createRoute({
    method: 'get',
    path: `/agreements/{id}/export.${format}`,
    summary: 'The text as it stands, with its terms',
    request: { params: ofAgreement },
    responses: file(EXPORT_TYPES[format]),
  })

export function termsAndExportRoutes(api: Api, deps: RouteDeps): void {
  api.openapi(readTerms, async c => {
    const { id } = c.req.valid('param')
    const admitted = await admit(deps.agreements, c.var.person, id, 'read')
    if (!admitted.ok) return refuse(c, admitted.error)
    return c.json((await deps.terms.current(id)).terms, 200)
  })

  api.openapi(readTermsCsv, async c => {
    const { id } = c.req.valid('param')
    const admitted = await admit(deps.agreements, c.var.person, id, 'export')
    if (!admitted.ok) return refuse(c, admitted.error)
    const { terms } = await deps.terms.current(id)
    return download(c, termsCsv(terms), 'text/csv; charset=utf-8', `agreement-${id}-terms.csv`)
  })

  for (const format of Object.keys(EXPORT_TYPES) as ExportFormat[])
    api.openapi(exportRoute(format), c => exportAs(deps, c, c.req.valid('param').id, format))
}

async function exportAs(deps: RouteDeps, c: ApiContext, id: string, format: ExportFormat): Promise<Response> {
  const admitted = await admit(deps.agreements, c.var.person, id, 'export')
  if (!admitted.ok) return refuse(c, admitted.error)
  const state = await deps.rooms.state({ agreementId: id, room: 'body' })
  const read = await deps.reader.read(state.update)
  const send = (content: Uint8Array | string) =>
    download(c, content, EXPORT_TYPES[format], `agreement-${id}.${format}`)
  const agreement = {
    title: read.title || admitted.value.agreement.title,
    body: read.body,
    terms: read.terms,
  }
  switch (format) {
    case 'json':
      return send(JSON.stringify(exportJson(admitted.value, agreement), null, 2))
    case 'md':
      return send(renderMarkdown(agreement))
    case 'html':
      return send(renderHtml(agreement))
    case 'docx':
      return send(writeDocx({ ...agreement, threads: await commentsOf(deps, id) }))
    case 'pdf': {
      const pdf = await draftPdf(deps, agreement)
      return pdf.ok
        ? send(pdf.value)
        : refuse(c, { kind: pdf.error.kind === 'too-large' ? 'too-large' : 'unprintable-text' })
    }
  }
}

/** What is discussed, so that it stands beside the words in Word too. */
async function commentsOf(deps: RouteDeps, id: string): Promise<readonly Thread[]> {
  const { update } = await deps.rooms.state({ agreementId: id, room: 'discussion' })
  const discussion = new Y.Doc()
  Y.applyUpdate(discussion, update)
  const threads = threadsOf(discussion)
  discussion.destroy()
  return threads
}

type Exported = Pick<ReadBody, 'title' | 'body' | 'terms'>

const exportJson = ({ agreement }: Admitted, { title, body, terms }: Exported): AgreementExport => ({
  format: 'parley-agreement/1',
  id: agreement.id,
  title,
  model: agreement.model,
  status: agreement.status,
  body,
  terms,
})

/** The text as it stands is printed as a draft, whatever was sealed of it: the sealed file is another. */
const draftPdf = (deps: RouteDeps, exported: Exported) =>
  deps.renderer.render({
    ...exported,
    status: 'draft',
    fingerprint: null,
    version: null,
    manifest: null,
    signatures: [],
    attachments: [],
    language: 'en',
    date: new Date(deps.now()).toISOString(),
  })
