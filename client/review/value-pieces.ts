import { type RedlinePart, wordChanges } from '../../shared/document/compare/word-changes.ts'

interface ValuePiece extends Pick<RedlinePart, 'kind' | 'text'> {
  readonly key: number
}

const line = (text: string) => ({ text, parts: [{ text, seq: null }] })

/**
 * A value, marked by what it differs in from the one before. Where both share no words the value stands by itself: to read it struck
 * through and written anew says nothing that its two lines do not say.
 */
export function valuePieces(before: string | null, value: string | null): readonly ValuePiece[] {
  const text = value ?? 'nothing'
  const parts = before === null || value === null ? [] : wordChanges(line(before), line(value))
  const shares = parts.some(part => part.kind === 'same' && /[\p{L}\p{N}]/u.test(part.text))
  return (shares ? parts : [{ kind: 'same' as const, text }]).map((part, key) => ({
    key,
    kind: part.kind,
    text: part.text,
  }))
}
