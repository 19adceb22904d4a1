/** What heads a row, and where in the sentence its value begins. */
export interface FormRow {
  readonly label: string
  readonly value: number
}

const ROW = /^(?:\| ?|[-•*] ?)?(?:\d[\d.]{0,4}\)? )?(?<label>\p{L}[^:|\n]{1,60}?) ?[:|] ?(?=[^\s|])/u

/** A line of a form or a row of a table: `Further term: 12 months`, `| Further term | 12 months |`; null for any other sentence. */
export function formRow(sentence: string): FormRow | null {
  const match = ROW.exec(sentence)
  return match ? { label: match.groups?.label ?? '', value: match[0].length } : null
}
