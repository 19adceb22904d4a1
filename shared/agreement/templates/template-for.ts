import type { DocumentJson } from '../../document/document-json.ts'
import { MODEL_MEANING, type Model } from '../models.ts'
import { p } from './builder.ts'
import { compose } from './compose.ts'
import { consortium } from './consortium.ts'
import { municipalCorporation } from './municipal-corporation.ts'
import { SAMPLE_TITLE, sample } from './sample.ts'
import { standardsDealer } from './standards-dealer.ts'
import { valueAddedAlliance } from './value-added-alliance.ts'

/** A text to begin with, and a title for it. */
export interface Template {
  readonly title: string
  readonly body: DocumentJson
}

const BODIES: Readonly<Record<Model, () => DocumentJson>> = {
  consortium,
  'municipal-corporation': municipalCorporation,
  'value-added-alliance': valueAddedAlliance,
  'standards-dealer': standardsDealer,
  blank: () => compose('blank-agreement', p('')),
}

/**
 * What an agreement of a model starts with. Valid against the schema; the ids are the same each time and no two blocks share
 * one. What the parties have to fill in stands in brackets. `blank` holds one empty paragraph.
 */
export function templateFor(model: Model): Template {
  const title = model === 'blank' ? 'Untitled agreement' : `${MODEL_MEANING[model].title} agreement`
  return { title, body: BODIES[model]() }
}

/** A finished agreement to look around in, with nothing left to fill in. The organisations in it do not exist. */
export const sampleAgreement = (): Template => ({ title: SAMPLE_TITLE, body: sample() })
