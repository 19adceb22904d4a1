import { renderHtml } from '../../shared/document/render-html.ts'
import { renderMarkdown } from '../../shared/document/render-markdown.ts'
import { readBody, readTitle } from '../../shared/document/yjs-body.ts'
import type { AgreementExport } from '../../shared/protocol/api.ts'
import { unreachable } from '../../shared/result.ts'
import { extractTerms } from '../../shared/terms/extract-terms.ts'
import { termsCsv } from '../../shared/terms/terms-csv.ts'
import type { AgreementSession } from '../session/agreement-session.ts'

export type LocalFormat = 'html' | 'md' | 'json' | 'csv'

/** What the text itself does not say. */
export type ExportFacts = Pick<AgreementExport, 'model' | 'status'>

/** The agreement as it stands on this device, as the server would export it. */
export function localExport(session: AgreementSession, format: LocalFormat, facts: ExportFacts): Blob {
  const title = readTitle(session.body)
  const body = readBody(session.body)
  const terms = extractTerms(body, title)
  switch (format) {
    case 'html':
      return new Blob([renderHtml({ title, body, terms })], { type: 'text/html' })
    case 'md':
      return new Blob([renderMarkdown({ title, body, terms })], { type: 'text/markdown' })
    case 'csv':
      return new Blob([termsCsv(terms)], { type: 'text/csv' })
    case 'json': {
      const whole: AgreementExport = {
        format: 'parley-agreement/1',
        id: session.agreementId,
        title,
        ...facts,
        body,
        terms,
      }
      return new Blob([JSON.stringify(whole, null, 2)], { type: 'application/json' })
    }
    default:
      return unreachable(format)
  }
}
