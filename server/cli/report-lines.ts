import type { SignatoryReport, VerificationReport } from '../../shared/sealing/verification-report.ts'

const VERDICT = {
  valid: 'VALID. Everyone has signed, and nothing was changed.',
  incomplete: 'INCOMPLETE. What is there is in order, but signatures are missing.',
  invalid: 'NOT VALID. Do not rely on this file.',
} as const

const METHOD = { passkey: 'with a passkey', 'device-key': 'with the key of a device' } as const
const WIDTH = 96

/** A terminal obeys control characters; names and titles come from people, so theirs are shown as a mark instead. */
const harmless = (text: string) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD')

const wrap = (text: string, first: string, next: string): string[] => {
  const lines: string[] = []
  let line = first
  for (const word of harmless(text).split(' ')) {
    const space = line === first || line === next ? '' : ' '
    if (line.length + space.length + word.length > WIDTH && space !== '') {
      lines.push(line)
      line = next + word
    } else line += space + word
  }
  return [...lines, line]
}

const item = (text: string, mark = '-') => wrap(text, `  ${mark} `, ' '.repeat(mark.length + 3))

const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines])

const signatoryLines = ({ name, email, partyName, capacity, state, signature }: SignatoryReport) => {
  const who = `${name} <${email}> for ${partyName} as ${capacity}`
  if (!signature) return item(`${who}: not signed yet`)
  const where = signature.host === null ? '' : ` on ${signature.host}`
  return [
    ...item(state === 'signed' ? who : `${who}: THE SIGNATURE DOES NOT HOLD`),
    ...wrap(
      `${METHOD[signature.method]}${where}, on ${signature.signedAt} by the device's clock, received ${signature.receivedAt}`,
      '    ',
      '    ',
    ),
    ...wrap(`“${signature.intent}”`, '    ', '    '),
    ...(signature.keyFingerprint === null ? [] : [`    key ${signature.keyFingerprint}`]),
  ]
}

/** A report as lines for a terminal, without colours. */
export function reportLines(report: VerificationReport): readonly string[] {
  const { agreement, sealKey } = report
  const about = agreement && [
    ...item(`“${agreement.title}”, version ${agreement.version}`),
    ...item(`sealed ${agreement.sealedAt} by ${agreement.sealedBy}`),
    ...item(`fingerprint ${agreement.fingerprint}`),
    ...(agreement.previousFingerprint === null
      ? []
      : item(`amends the version with the fingerprint ${agreement.previousFingerprint}`)),
    ...(sealKey === undefined ? [] : item(`closed with the seal key ${sealKey}`)),
  ]
  return [
    VERDICT[report.verdict],
    ...section('Agreement', about ?? []),
    ...section(
      'Let stand when it was sealed, with a reason',
      (agreement?.waivers ?? []).flatMap(({ clause, message, reason, waivedBy }) => [
        ...item(clause === null ? message : `${clause}: ${message}`),
        ...wrap(`“${reason}” (${waivedBy})`, '    ', '    '),
      ]),
    ),
    ...section('Signatures', report.signatories.flatMap(signatoryLines)),
    ...section(
      'What was checked',
      report.checks.flatMap(({ ok, advisory, text }) => item(text, ok ? 'ok  ' : advisory ? 'note' : 'FAIL')),
    ),
    ...section(
      'What this proves',
      report.proves.flatMap(text => item(text)),
    ),
    ...section(
      'What this does not prove',
      report.doesNotProve.flatMap(text => item(text)),
    ),
  ]
}
