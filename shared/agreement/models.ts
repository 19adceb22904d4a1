/** The collaboration models that an agreement can start from, and `blank`. */
export const MODELS = [
  'consortium',
  'municipal-corporation',
  'value-added-alliance',
  'standards-dealer',
  'blank',
] as const
export type Model = (typeof MODELS)[number]

/** What a model is called and when to choose it; one sentence that a town clerk understands. */
export const MODEL_MEANING: Readonly<Record<Model, { readonly title: string; readonly meaning: string }>> = {
  consortium: {
    title: 'Consortium',
    meaning: 'Independent businesses deliver one service together and share its costs and earnings.',
  },
  'municipal-corporation': {
    title: 'Municipal corporation',
    meaning: 'Municipalities run a joint corporation for a service that each of them owes its residents.',
  },
  'value-added-alliance': {
    title: 'Value-added alliance',
    meaning:
      'Non-profits and public bodies link their services so that clients get more than each could give alone.',
  },
  'standards-dealer': {
    title: 'Standards dealer',
    meaning:
      'One organisation sets a standard and licenses it to local partners who deliver to it, as in a franchise.',
  },
  blank: { title: 'Blank agreement', meaning: 'An empty page, with the clauses yours to write.' },
}
