/**
 * The sentence of consent: shown next to the consent box, signed as `statement.intent`, printed in the PDF. It fits the
 * 1000 characters that a statement allows for every title (300), party (300) and capacity (120).
 */
export const intentSentence = (what: {
  readonly title: string
  readonly version: number
  readonly partyName: string
  readonly capacity: string
}): string =>
  `I have read version ${what.version} of “${what.title}” and agree to its whole text. ` +
  `I sign it for ${what.partyName} as ${what.capacity}, and I intend my signature to bind that party.`
