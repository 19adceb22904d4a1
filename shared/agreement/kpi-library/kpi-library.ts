import type { Model } from '../models.ts'
import { clientKpis } from './client-kpis.ts'
import type { LibraryKpi } from './library-kpi.ts'
import { partnerKpis } from './partner-kpis.ts'
import { standardKpis } from './standard-kpis.ts'

/** KPI definitions that start from a value, to insert and adapt: those for clients first, then those between the parties. */
export const kpiLibrary: readonly LibraryKpi[] = [...clientKpis, ...partnerKpis, ...standardKpis]

/** The definitions meant for a collaboration model, in the order of the library; all of them for a blank agreement. */
export const kpisForModel = (model: Model): readonly LibraryKpi[] =>
  model === 'blank' ? kpiLibrary : kpiLibrary.filter(kpi => kpi.models.includes(model))
