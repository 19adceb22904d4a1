import { NODE_WORDS } from '../../shared/document/node-words.ts'
import type { BlockFinding } from '../../shared/record/merge/merge-finding.ts'
import type { SettlementKind } from '../../shared/record/merge/merge-rooms.ts'
import { otherSide, type Side } from '../../shared/record/merge/merge-sides.ts'
import { fieldInWords } from '../../shared/terms/diff/subject-words.ts'

/** What people and values are called on this screen. */
export interface ReviewNames {
  /** In the middle of a sentence: “you”, “Ben Birch”, “the others”. */
  readonly side: (side: Side) => string
  /** A value of a field as a person reads it. */
  readonly value: (field: string, value: unknown) => string
}

const typeName = (type: string) => NODE_WORDS[type] ?? 'part'
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const quote = (text: string) => {
  const shown = text.replaceAll('\uFFFC', '').replace(/\s+/g, ' ').trim()
  return shown === '' ? 'something that is not text' : `“${shown}”`
}

const MOST_QUOTED = 160

const cutShort = (text: string) =>
  text.length > MOST_QUOTED ? `${text.slice(0, text.lastIndexOf(' ', MOST_QUOTED))} …` : text

/** What happened, in a sentence or two that a lawyer reads once. */
export function findingInWords(finding: BlockFinding, names: ReviewNames): string {
  const who = (side: Side) => capital(names.side(side))
  const other = (side: Side) => names.side(otherSide(side))
  const part = typeName(finding.block.type)
  switch (finding.kind) {
    case 'swallowed':
      return `${who(finding.by)} wrote ${quote(finding.words)}. It is not in the text now, because ${other(finding.by)} removed or remade what it stood in.`
    case 'swallowed-block':
      return `${who(finding.by)} added a ${part}. It is not in the text now, because ${other(finding.by)} removed what it stood in.`
    case 'swallowed-field':
      return `${who(finding.by)} set ${fieldInWords(finding.name)} of a ${part} to ${names.value(finding.name, finding.value)}. It does not count now, because ${other(finding.by)} removed or remade the ${part}.`
    case 'stranded':
      return `${who(finding.by)} wrote ${quote(finding.words)}. It still stands, but ${other(finding.by)} removed or moved the words around it.`
    case 'returned':
      return `${who(finding.by)} removed ${finding.text === '' ? `this ${part}` : quote(cutShort(finding.text))}. It stands here again, because ${other(finding.by)} moved or remade what it stood in.`
    case 'duplicate':
      return `${quote(finding.text)} stands twice, because both sides divided, moved or wrote the same.`
    case 'emptied':
      return `Each side took something out of this ${part}. Together that left nothing.`
    case 'field':
      return `Both sides set ${fieldInWords(finding.name)}: ${names.side('mine')} to ${names.value(finding.name, finding.mine)}, ${names.side('theirs')} to ${names.value(finding.name, finding.theirs)}. The text now says ${names.value(finding.name, finding.merged)}.`
    case 'both-touched':
      return `Both sides changed the words of this ${part}. Both changes stand: read whether they make sense together.`
  }
}

const HOW: Readonly<Record<SettlementKind, string>> = {
  accepted: 'Accepted as it is',
  restored: 'Put back',
  picked: 'The other value taken',
  removed: 'Removed',
  acknowledged: 'Acknowledged',
}

export const settledInWords = (how: SettlementKind, name: string): string => `${HOW[how]} by ${name}`

/** What leaving things as they are is called for each kind of finding. */
export function acceptInWords(finding: BlockFinding, names: ReviewNames): string {
  switch (finding.kind) {
    case 'field':
      return `Keep ${names.value(finding.name, finding.merged)}`
    case 'returned':
      return 'Keep it'
    case 'duplicate':
      return 'Keep both'
    case 'stranded':
      return 'Leave it here'
    case 'emptied':
      return 'Leave it empty'
    case 'both-touched':
      return 'It reads right'
    default:
      return 'Leave it out'
  }
}

/** A change to the text that answers a finding. `paragraph`: the words come back in a paragraph of their own. */
export interface AnswerInWords {
  readonly label: string
  readonly way: AnswerWay
}
export type AnswerWay = 'usual' | 'paragraph'

/** The changes to the text that answer a finding, as buttons say them, the usual one first; none where only eyes can tell. */
export function answersInWords(finding: BlockFinding, names: ReviewNames): readonly AnswerInWords[] {
  const usual = usualAnswer(finding, names)
  const hasWords = finding.kind === 'swallowed' && finding.text.replaceAll('\uFFFC', '').trim() !== ''
  return [
    ...(usual === null ? [] : [{ label: usual, way: 'usual' as const }]),
    ...(hasWords ? [{ label: 'Put it in a new paragraph', way: 'paragraph' as const }] : []),
  ]
}

function usualAnswer(finding: BlockFinding, names: ReviewNames): string | null {
  switch (finding.kind) {
    case 'swallowed':
      return finding.restoreAt || finding.lost ? 'Put it back' : null
    case 'swallowed-block':
      return finding.lost ? 'Put it back' : null
    case 'swallowed-field':
      return finding.copyKey ? `Set ${names.value(finding.name, finding.value)}` : null
    case 'stranded':
      return finding.moveTo ? 'Move it there' : null
    case 'returned':
      return 'Remove it'
    case 'duplicate':
      return 'Remove the copy'
    case 'emptied':
      return finding.lost ? 'Put back what stood there' : null
    case 'field': {
      const otherValue = finding.merged === finding.mine ? finding.theirs : finding.mine
      return `Take ${names.value(finding.name, otherValue)}`
    }
    case 'both-touched':
      return null
  }
}
