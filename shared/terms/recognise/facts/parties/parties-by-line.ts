import { matchesOf } from '../../text/matches-of.ts'
import type { PlainText } from '../../text/plain-text.ts'
import type { Stretch } from '../../text/sentences.ts'
import { partiesOfParts } from './parties-of-parts.ts'
import { isPlainly, partyOfLine } from './party-of-line.ts'
import type { PartySegment } from './party-segments.ts'

const HEAD = 6000
const MOST = 60
/** A paragraph that is longer is no line of a list. */
const LONGEST = 3000

/** What stands above a list in which each party has a line of its own. */
const OPENS =
  /(?:^|\n)(?:[^\n]{0,300}\b(?:between|among)(?: the)?(?: parties)?(?: hereto)?|[^\n]{0,60}\bbetween[^\n:]{0,60}(?=:\n)|between(?: the)?|(?:we, )?the undersigned|(?:\d{1,2}\.? ?§?\.? ?)?(?:the )?(?:contracting )?(?:parties|partners)(?: to (?:this|the) (?:agreement|contract))?) ?:?(?=\n)/gi
/** What stands above the column of names in a table. */
const NAMES_COLUMN = /^(?:organi[sz]ation|part(?:y|ner|ies)|names?|member)/i
/** A line that only joins two items. */
const JOINS = /^(?:and|as well as)(?: the)?[,:]?$|^[-_ ]+$|^of the (?:one|other|first|second) part[,;]?$/i
const NUMBER = /^(?:\(?(?<number>\d{1,2}|[a-z]|[ivx]{1,4})[).]|[-•*]) (?=\S)/i
/**
 * Parties that are listed line by line: below `between the`, `the undersigned`, a heading `Parties`, or in a table. Two or more, or
 * none. Names need no legal form here: the list says that they are parties.
 */
export function partiesByLine(text: PlainText): PartySegment[] {
  const head = text.plain.slice(0, HEAD)
  const parts = partiesOfParts(head)
  if (parts.length >= 2) return parts
  for (const match of matchesOf(head, OPENS).slice(0, 8)) {
    const found = itemsFrom(text, match.index + match[0].length + 1)
    if (found.length >= 2) return found
  }
  return joined(text)
}

/** Two paragraphs with nothing but an `and` between them, each of which begins with a name. */
function joined(text: PlainText): PartySegment[] {
  for (const match of matchesOf(text.plain.slice(0, HEAD), /\nand,?:?(?=\n)/gi)) {
    const found = itemsFrom(text, text.plain.lastIndexOf('\n', match.index - 1) + 1)
    if (found.length >= 2 && found.every(isPlainly)) return found
  }
  return []
}

function itemsFrom(text: PlainText, from: number): PartySegment[] {
  const { plain } = text
  const found: PartySegment[] = []
  let numbered: boolean | null = null
  let columns: readonly string[] = []
  for (let at = from; at < plain.length && found.length < MOST; ) {
    const end = plain.indexOf('\n', at) < 0 ? plain.length : plain.indexOf('\n', at)
    const line = plain.slice(at, end)
    const start = at
    at = end + 1
    if (end - start > LONGEST) break
    if (JOINS.test(line)) continue
    const cells = line.startsWith('|') ? line.split('|').map(cell => cell.trim()) : null
    if (cells && NAMES_COLUMN.test(cells[1] ?? '')) {
      columns = cells
      continue
    }
    const number = cells ? null : NUMBER.exec(line)
    if (found.length > 0 && !cells && (number !== null) !== numbered) break
    numbered = number !== null
    const several = cells ? [] : itemsOfLines(text, { start, end })
    if (several.length > 1) {
      found.push(...several)
      continue
    }
    const item = partyOfLine(line, cells ? line.indexOf(cells[1] ?? '') : (number?.[0].length ?? 0), start)
    if (!item) break
    const column = columns.findIndex(name => /^(?:short|abbreviat)/i.test(name))
    found.push(cells && column > 0 ? { ...item, shortNames: [cells[column] ?? ''] } : item)
  }
  return found
}

/** The parties of a paragraph that gives each a line of its own in the text as it was given; none where a line is no party. */
function itemsOfLines({ source, plain, places }: PlainText, paragraph: Stretch): PartySegment[] {
  const found: PartySegment[] = []
  let from = paragraph.start
  let numbered = false
  for (let at = paragraph.start + 1; at <= paragraph.end; at += 1) {
    const breaks =
      at === paragraph.end ||
      (plain[at] === ' ' &&
        source.slice((places.of(at - 1) ?? 0) + 1, places.of(at + 1) ?? undefined).includes('\n'))
    if (!breaks) continue
    const line = plain.slice(from, at)
    const start = from
    from = at + 1
    if (JOINS.test(line) || HEAD_OF_TABLE.test(line)) continue
    const number = NUMBER.exec(line)?.[0].length ?? 0
    if (found.length === 0) numbered = number > 0
    const item = number > 0 === numbered ? partyOfLine(line, number, start) : null
    if (!item || !isPlainly(item) || (at < paragraph.end && GOES_ON.test(line)))
      return numbered && found.length > 1 ? found : []
    found.push(item)
  }
  return found
}

/** What does not end an item: a word without a capital. */
const GOES_ON = / \p{Ll}+$/u
const HEAD_OF_TABLE = new RegExp(`${NAMES_COLUMN.source}(?: [A-Z]\\w+(?: \\w+)?){1,4}$`, 'i')
