import type { NodeJson } from '../../document/document-json.ts'
import { KPI_PARTS } from '../../document/node-types.ts'
import type { LibraryKpi } from './library-kpi.ts'

/** A definition of the library as a new KPI of an agreement: a draft, without the ids that the text gives its blocks. */
export const libraryKpiNode = ({ parts, unit, direction, cadence }: LibraryKpi): NodeJson => ({
  type: 'kpi',
  attrs: { unit, direction, cadence, maturity: 'draft' },
  content: KPI_PARTS.map(part => ({
    type: 'kpiPart',
    attrs: { part },
    content: [{ type: 'text', text: parts[part] }],
  })),
})
