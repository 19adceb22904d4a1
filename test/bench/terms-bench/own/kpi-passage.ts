import type { KpiExample } from '../../../shared/terms/recognise/kpi-examples.ts'

/** Shorthand for a passage and the measures that a careful reader finds in it. */
export const kpi = (text: string, ...kpis: KpiExample['kpis']): KpiExample => ({ text, kpis })
