import { renderHtml } from '../../shared/document/render-html.ts'
import { renderMarkdown } from '../../shared/document/render-markdown.ts'
import { threadsOf } from '../../shared/document/threads.ts'
import { readBody, readTitle } from '../../shared/document/yjs-body.ts'
import type { AgreementExport } from '../../shared/protocol/api.ts'
import { unreachable } from '../../shared/result.ts'
import { extractTerms } from '../../shared/terms/extract-terms.ts'
import { termsCsv } from '../../shared/terms/terms-csv.ts'
import { writeDocx } from '../../shared/word/write-docx.ts'
import type { AgreementSession } from '../session/agreement-session.ts'

const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type LocalFormat = 'docx' | 'html' | 'md' | 'json' | 'csv'

/** What the text itself does not say. */
export type ExportFacts = Pick<AgreementExport, 'model' | 'status'>

/** The agreement as it stands on this device, as the server would export it. */
export function localExport(session: AgreementSession, format: LocalFormat, facts: ExportFacts): Blob {
  const title = readTitle(session.body)
  const body = readBody(session.body)
  const terms = extractTerms(body, title)
  switch (format) {
    case 'docx': {
      const bytes = writeDocx({ title, body, terms, threads: threadsOf(session.discussion) })
      return new Blob([bytes.slice()], { type: DOCX_TYPE })
    }
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
