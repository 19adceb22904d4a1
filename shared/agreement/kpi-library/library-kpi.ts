import type { KpiDirection, KpiPartName } from '../../document/node-types.ts'
import type { Model } from '../models.ts'

/**
 * A KPI definition to insert and adapt. It has no baseline, target, owner or date: those are the parties' to agree.
 * `parts.value` names the value it serves and for whom, `parts.limits` what it cannot show and how it could be gamed.
 */
export interface LibraryKpi {
  /** Lower-case words with hyphens; no two definitions share it and it never changes. */
  readonly key: string
  /** The collaboration models that it is meant for, at least one. */
  readonly models: readonly Exclude<Model, 'blank'>[]
  readonly parts: Readonly<Record<KpiPartName, string>>
  readonly unit: string
  readonly direction: KpiDirection
  /** How often it is worked out, an ISO duration. */
  readonly cadence: string
}
