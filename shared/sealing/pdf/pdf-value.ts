/** A value as PDF writes it (ISO 32000-1, section 7.3). Names and reference are objects, so that they differ from text and numbers. */
export type PdfValue =
  | null
  | boolean
  | number
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'string'; readonly bytes: Uint8Array }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary
  | { readonly kind: 'reference'; readonly number: number; readonly generation: number }
  | PdfStream

/** Names to values; a name that stands twice has its last value. */
export interface PdfDictionary {
  readonly kind: 'dictionary'
  readonly entries: ReadonlyMap<string, PdfValue>
}

/** A stream: its dictionary and where its bytes, still encoded, begin. */
export interface PdfStream {
  readonly kind: 'stream'
  readonly dictionary: PdfDictionary
  readonly start: number
}

/** Thrown inside the reader on anything that is not the PDF it reads, and caught where the reader is called. */
export class MalformedPdf extends Error {}

const MAX_DEPTH = 60
/** Of one string or array; beyond any real one, and small enough that none takes much more memory than the file. */
const MAX_LENGTH = 1_000_000
const WHITESPACE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set([...'()<>[]{}/%'].map(character => character.charCodeAt(0)))
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Reads values from bytes, one after the other, from `at` on. */
export class PdfScanner {
  readonly #bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes
    this.at = at
  }

  /** Skips white space and comments. */
  skipSpace(): void {
    for (; this.at < this.#bytes.length; this.at++) {
      const byte = this.#bytes[this.at] ?? 0
      if (byte === 0x25) {
        while (this.at + 1 < this.#bytes.length && !this.#isLineEnd(this.at + 1)) this.at++
      } else if (!WHITESPACE.has(byte)) return
    }
  }

  /** The next run of ordinary characters: a number or a keyword; empty before a delimiter or at the end. */
  word(): string {
    this.skipSpace()
    const start = this.at
    while (this.at < this.#bytes.length && this.#isRegular(this.at)) this.at++
    return String.fromCharCode(...this.#bytes.subarray(start, Math.min(this.at, start + 100)))
  }

  /** Takes the keyword or fails. */
  expect(keyword: string): void {
    if (this.word() !== keyword) throw new MalformedPdf(`"${keyword}" is missing`)
  }

  /** A whole number without a sign, or a failure. */
  integer(): number {
    const word = this.word()
    if (!/^\d{1,15}$/.test(word)) throw new MalformedPdf('a number is missing')
    return Number(word)
  }

  /** The next value. */
  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new MalformedPdf('values are nested too deeply')
    this.skipSpace()
    const [first, second] = [this.#character(0), this.#character(1)]
    if (first === '/') return { kind: 'name', name: this.#name() }
    if (first === '(') return { kind: 'string', bytes: this.#literalString() }
    if (first === '<' && second === '<') return this.#dictionaryOrStream(depth)
    if (first === '<') return { kind: 'string', bytes: this.#hexString() }
    if (first === '[') return { kind: 'array', items: this.#array(depth) }
    return this.#numberReferenceOrKeyword()
  }

  #character(offset: number): string {
    const byte = this.#bytes[this.at + offset]
    return byte === undefined ? '' : String.fromCharCode(byte)
  }

  #isLineEnd(at: number): boolean {
    return this.#bytes[at] === 10 || this.#bytes[at] === 13
  }

  #isRegular(at: number): boolean {
    const byte = this.#bytes[at] ?? 0
    return !WHITESPACE.has(byte) && !DELIMITERS.has(byte)
  }

  #name(): string {
    this.at++
    const start = this.at
    while (this.at < this.#bytes.length && this.#isRegular(this.at)) this.at++
    const raw = String.fromCharCode(...this.#bytes.subarray(start, Math.min(this.at, start + 200)))
    return raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  }

  #hexString(): Uint8Array {
    const end = this.#bytes.indexOf(0x3e, this.at)
    if (end < 0 || end - this.at > MAX_LENGTH) throw new MalformedPdf('a string does not end')
    const digits: number[] = []
    for (let at = this.at + 1; at < end; at++) {
      const byte = this.#bytes[at] ?? 0
      if (WHITESPACE.has(byte)) continue
      const digit = Number.parseInt(String.fromCharCode(byte), 16)
      if (Number.isNaN(digit)) throw new MalformedPdf('a string holds something else than hex digits')
      digits.push(digit)
    }
    this.at = end + 1
    return Uint8Array.from(
      { length: Math.ceil(digits.length / 2) },
      (_, index) => (digits[index * 2] ?? 0) * 16 + (digits[index * 2 + 1] ?? 0),
    )
  }

  #literalString(): Uint8Array {
    const bytes: number[] = []
    this.at++
    for (let open = 1; ; this.at++) {
      const character = this.#character(0)
      if (character === '' || bytes.length > MAX_LENGTH) throw new MalformedPdf('a string does not end')
      if (character === '\\') {
        bytes.push(...this.#escape())
        continue
      }
      if (character === '(') open++
      if (character === ')' && --open === 0) break
      bytes.push(character.charCodeAt(0))
    }
    this.at++
    return Uint8Array.from(bytes)
  }

  /** Leaves `at` on the last character of the escape. */
  #escape(): readonly number[] {
    this.at++
    const octal = /^[0-7]{1,3}/.exec(this.#character(0) + this.#character(1) + this.#character(2))?.[0]
    if (octal !== undefined) {
      this.at += octal.length - 1
      return [Number.parseInt(octal, 8) & 0xff]
    }
    const character = this.#character(0)
    if (character === '\r' && this.#character(1) === '\n') this.at++
    if (character === '\r' || character === '\n') return []
    return [ESCAPES[character] ?? character.charCodeAt(0)]
  }

  #array(depth: number): readonly PdfValue[] {
    const items: PdfValue[] = []
    this.at++
    for (;;) {
      this.skipSpace()
      if (this.#character(0) === ']') break
      if (items.length > MAX_LENGTH) throw new MalformedPdf('a list is too long')
      items.push(this.value(depth + 1))
    }
    this.at++
    return items
  }

  #dictionaryOrStream(depth: number): PdfDictionary | PdfStream {
    const entries = new Map<string, PdfValue>()
    this.at += 2
    for (;;) {
      this.skipSpace()
      if (this.#character(0) === '>' && this.#character(1) === '>') break
      if (this.#character(0) !== '/') throw new MalformedPdf('a dictionary holds something else than names')
      entries.set(this.#name(), this.value(depth + 1))
    }
    this.at += 2
    const dictionary: PdfDictionary = { kind: 'dictionary', entries }
    const after = this.at
    if (this.word() !== 'stream') {
      this.at = after
      return dictionary
    }
    if (this.#character(0) === '\r') this.at++
    if (this.#character(0) !== '\n') throw new MalformedPdf('a stream does not begin on a new line')
    this.at++
    return { kind: 'stream', dictionary, start: this.at }
  }

  #numberReferenceOrKeyword(): PdfValue {
    const word = this.word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new MalformedPdf('a value is missing')
    const after = this.at
    const [generation, letter] = /^\d+$/.test(word) ? [this.word(), this.word()] : ['', '']
    if (letter === 'R' && /^\d{1,5}$/.test(generation))
      return { kind: 'reference', number: Number(word), generation: Number(generation) }
    this.at = after
    return Number(word)
  }
}
