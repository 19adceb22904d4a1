import { childOf, elementsOf, toggleOf, valueAt, type XmlElement } from '../xml.ts'
import { numberAt } from './styles.ts'

/** What stands in front of a paragraph: `2.1`, `(a)`, `•`. */
export interface Label {
  readonly text: string
  readonly isBullet: boolean
  /** Level in its list, from 0. */
  readonly level: number
  readonly ordinal: number
  /** Word's name of the figures: `decimal`, `lowerLetter`, `upperRoman`. */
  readonly format: string
  /** The list that it counts in. */
  readonly numId: string
  /** Whether the list counts like clauses (`1`, `1.1`): a level's label holds that of the level above. */
  readonly isOutline: boolean
}

interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
  readonly legal: boolean
}

/** Labels of the paragraphs, asked in reading order. */
export interface Numbering {
  /** A label that does not count is that of a paragraph about to go: the next one has it too. */
  label(numId: string, ilvl: number, counts: boolean): Label | null
}

const LEVELS = 9

export function readNumbering(part: XmlElement | null): Numbering {
  const abstracts = new Map<string, XmlElement>()
  const nums = new Map<string, XmlElement>()
  for (const element of elementsOf(part)) {
    if (element.name === 'w:abstractNum') abstracts.set(element.attrs['w:abstractNumId'] ?? '', element)
    if (element.name === 'w:num') nums.set(element.attrs['w:numId'] ?? '', element)
  }
  /** Counts belong to the abstract list: two `w:num` of one go on counting, unless one says where to start. */
  const counts = new Map<string, number[]>()
  const started = new Set<string>()
  const lists = new Map<
    string,
    { key: string; levels: readonly Level[]; starts: readonly (number | null)[] } | null
  >()
  const listOf = (numId: string) => {
    const known = lists.get(numId)
    if (known !== undefined) return known
    const list = resolve(numId, nums, abstracts)
    lists.set(numId, list)
    return list
  }
  return {
    label(numId, ilvl, isCounted) {
      const list = listOf(numId)
      const at = Math.min(LEVELS - 1, Math.max(0, ilvl))
      const level = list?.levels[at]
      if (!list || !level) return null
      const known = counts.get(list.key) ?? new Array<number>(LEVELS).fill(0)
      const count = isCounted ? known : [...known]
      if (isCounted) counts.set(list.key, count)
      const restart = list.starts[at]
      if (restart !== null && restart !== undefined && !started.has(`${numId} ${at}`)) count[at] = restart
      else count[at] = count[at] ? count[at] + 1 : level.start
      if (isCounted) started.add(`${numId} ${at}`)
      count.fill(0, at + 1)
      const ordinals = count.map((value, index) => value || (list.levels[index]?.start ?? 1))
      return {
        text: labelText(level, list.levels, ordinals),
        isBullet: level.format === 'bullet',
        level: at,
        ordinal: count[at] ?? 1,
        format: level.format,
        numId,
        isOutline: list.levels.some(
          ({ text, format }, index) =>
            index > 0 && format === 'decimal' && text.includes('%1') && text.includes('%2'),
        ),
      }
    },
  }
}

function resolve(
  numId: string,
  nums: ReadonlyMap<string, XmlElement>,
  abstracts: ReadonlyMap<string, XmlElement>,
) {
  const num = nums.get(numId)
  if (!num || numId === '0') return null
  let key = valueAt(num, 'w:abstractNumId') ?? ''
  let abstract = abstracts.get(key)
  // A list by a style's name stands in another abstract list.
  const linked = abstract && valueAt(abstract, 'w:numStyleLink')
  if (linked) {
    for (const [id, candidate] of abstracts) {
      if (valueAt(candidate, 'w:styleLink') !== linked) continue
      key = id
      abstract = candidate
    }
  }
  if (!abstract) return null
  const overrides = elementsOf(num).filter(({ name }) => name === 'w:lvlOverride')
  const overrideOf = (level: number) =>
    overrides.find(({ attrs }) => attrs['w:ilvl'] === String(level)) ?? null
  const stated = elementsOf(abstract).filter(({ name }) => name === 'w:lvl')
  const levels = Array.from({ length: LEVELS }, (_, level) =>
    levelOf(
      childOf(overrideOf(level), 'w:lvl') ??
        stated.find(({ attrs }) => attrs['w:ilvl'] === String(level)) ??
        null,
    ),
  )
  const starts = Array.from({ length: LEVELS }, (_, level) => numberAt(overrideOf(level), 'w:startOverride'))
  return { key, levels, starts }
}

const levelOf = (level: XmlElement | null): Level => ({
  start: numberAt(level, 'w:start') ?? 1,
  format: valueAt(level, 'w:numFmt') ?? 'decimal',
  text: valueAt(level, 'w:lvlText') ?? '',
  legal: toggleOf(level, 'w:isLgl') === true,
})

/** Bullets of symbol fonts lie in the private area; on every screen they are a dot. */
const BULLET = '•'

function labelText(level: Level, levels: readonly Level[], ordinals: readonly number[]): string {
  if (level.format === 'bullet') return /^[\uE000-\uF8FF]?$/.test(level.text) ? BULLET : level.text
  if (level.format === 'none') return level.text.replace(/%\d/g, '')
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const format = level.legal ? 'decimal' : (levels[at]?.format ?? 'decimal')
    return figure(ordinals[at] ?? 1, format)
  })
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** A number in Word's figures; formats that are rare are written as digits. */
export function figure(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'decimalZero':
      return String(value).padStart(2, '0')
    default:
      return String(value)
  }
}

/** `a` to `z`, then `aa`, `bb` as Word counts. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let left = value
  let text = ''
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      text += sign
      left -= worth
    }
  }
  return text
}
