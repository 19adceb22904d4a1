import type { ListNumber } from './write-state.ts'
import { val, wordPart, xml } from './xml-write.ts'

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
const STEP = 360

/** Clauses count 1, 1.1, 1.1.1 and are linked to the heading styles: a heading made in Word gets the next number. */
const CLAUSES = xml(
  'w:abstractNum',
  { 'w:abstractNumId': 0 },
  val('w:multiLevelType', 'multilevel'),
  ...LEVELS.map(level =>
    xml(
      'w:lvl',
      { 'w:ilvl': level },
      val('w:start', 1),
      val('w:numFmt', 'decimal'),
      level < 6 ? val('w:pStyle', `Heading${level + 1}`) : '',
      val(
        'w:lvlText',
        LEVELS.slice(0, level + 1)
          .map(at => `%${at + 1}`)
          .join('.') + (level === 0 ? '.' : ''),
      ),
      val('w:lvlJc', 'left'),
      xml('w:pPr', {}, xml('w:ind', { 'w:left': 567 + level * 142, 'w:hanging': 567 + level * 142 })),
    ),
  ),
)

const BULLETS = ['•', '◦', '▪'] as const

/** How the lists of one kind look at each level. */
function listLevels(bullet: boolean, format: string): string {
  return LEVELS.map(level =>
    xml(
      'w:lvl',
      { 'w:ilvl': level },
      val('w:start', 1),
      val('w:numFmt', bullet ? 'bullet' : format),
      val(
        'w:lvlText',
        bullet ? (BULLETS[level % 3] ?? '•') : format === 'decimal' ? `%${level + 1}.` : `(%${level + 1})`,
      ),
      val('w:lvlJc', 'left'),
      xml('w:pPr', {}, xml('w:ind', { 'w:left': STEP * (level + 2), 'w:hanging': STEP })),
    ),
  ).join('')
}

/** `word/numbering.xml`: the clauses' numbers as list 1, and a list of its own for each list of the text. */
export function numberingPart(lists: readonly ListNumber[]): string {
  const kinds = [...new Set(lists.map(kindOf))]
  const abstracts = kinds.map((kind, index) => {
    const [bullet, format = 'decimal'] = kind.split(' ')
    return xml(
      'w:abstractNum',
      { 'w:abstractNumId': index + 1 },
      val('w:multiLevelType', 'hybridMultilevel'),
      listLevels(bullet === 'true', format),
    )
  })
  const nums = lists.map((list, index) =>
    xml(
      'w:num',
      { 'w:numId': index + 2 },
      val('w:abstractNumId', kinds.indexOf(kindOf(list)) + 1),
      xml('w:lvlOverride', { 'w:ilvl': list.level }, val('w:startOverride', list.start)),
    ),
  )
  const clauses = xml('w:num', { 'w:numId': 1 }, val('w:abstractNumId', 0))
  return wordPart('w:numbering', CLAUSES, ...abstracts, clauses, ...nums)
}

const kindOf = ({ bullet, format }: ListNumber) => `${bullet} ${format}`
