import type { NodeJson } from '../../document/document-json.ts'

/** The sentences of a missing clause, with gaps for what only the parties know. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  Exit: [
    'A party may leave this agreement by written notice of [period] to all other parties.',
    'Until it has left, it goes on to provide its steps of the service, so that no client is left without it, and hands over what the others need to go on: [data, contracts, equipment].',
    'What it has paid in or is owed is settled within [period] after it has left.',
  ],
  'Grievances and disputes': [
    'A party that sees a problem tells the others and the collaboration commissioner in writing, with what it asks for.',
    'The parties concerned meet within [number of days]. If they find no answer, the collaboration commissioner proposes one within [number of days].',
    'If a party does not accept it, the matter goes to [mediation or arbitration body] before anyone goes to court.',
  ],
  Costs: [
    'The cost of the service is planned by [role] for each year and agreed by the parties before [date].',
    'Each party pays its share within [period] after the invoice.',
  ],
  Decisions: [
    'The parties decide together in [body]. Each is told of a decision at least [number of days] before it is taken.',
    'A decision needs [majority]. What changes shares, parties or the end of this agreement needs the consent of all.',
  ],
}

/** A clause on the subject as blocks with fresh ids: its heading and what it could say; a subject unknown here gets a gap to write into. */
export function clauseSkeleton(title: string, newId: () => string): readonly NodeJson[] {
  const block = (type: string, text: string, attrs = {}): NodeJson => ({
    type,
    attrs: { id: newId(), ...attrs },
    content: [{ type: 'text', text }],
  })
  const sentences = Object.hasOwn(SENTENCES, title) ? SENTENCES[title] : undefined
  return [
    block('heading', title, { level: 1 }),
    ...(sentences ?? ['[what the parties agree]']).map(sentence => block('paragraph', sentence)),
  ]
}
