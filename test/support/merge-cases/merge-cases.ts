import type { MergeCase } from './merge-case.ts'
import { OBJECT_CASES } from './object-cases.ts'
import { STRUCTURE_CASES } from './structure-cases.ts'
import { TERM_CASES } from './term-cases.ts'
import { TEXT_CASES } from './text-cases.ts'

/** The whole corpus. */
export const MERGE_CASES: readonly MergeCase[] = [
  ...TEXT_CASES,
  ...STRUCTURE_CASES,
  ...TERM_CASES,
  ...OBJECT_CASES,
]
