import type { ClauseKind } from '../../../../shared/terms/recognise/clauses/clause-kind.ts'

/** Sentences by the kind of clause that they belong to. */
export type ExamplesByKind = { readonly [Kind in ClauseKind]?: readonly string[] }
