import { type MarkJson, type NodeJson, textOf } from '../../document/document-json.ts'
import { safeHref } from '../../document/safe-href.ts'
import { joinTexts, MARK_ORDER } from '../../document/yjs-body.ts'
import { OWN_STYLES, partsOfTag } from '../tags.ts'
import { childOf, elementsOf, valueAt, type XmlElement, xmlText } from '../xml.ts'
import {
  boxesIn,
  chosen,
  isContents,
  marksOf,
  oneOfEach,
  pictureName,
  SYMBOLS,
  wordsOf,
} from './inline-parts.ts'
import type { ReadState } from './read-state.ts'
import { type Revision, revisionOf } from './revisions.ts'
import { lookOf } from './styles.ts'

/** What is around a run. */
interface Around {
  readonly paragraphStyle: string | null
  readonly link: string | null
  readonly term: MarkJson | null
  readonly revisions: readonly Revision[]
}

/** Elements that only group what they hold. */
const GROUPS: ReadonlySet<string> = new Set([
  'w:smartTag',
  'w:customXml',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:sdtContent',
  'w:ruby',
  'w:rubyBase',
])

/** The words of a paragraph with their marks. Text boxes that hang on it are left in `state.boxes`. */
export function readInline(
  paragraph: XmlElement,
  paragraphStyle: string | null,
  state: ReadState,
): NodeJson[] {
  const reader = new InlineReader(state)
  reader.read(paragraph.children, { paragraphStyle, link: null, term: null, revisions: [] })
  return joinTexts(reader.nodes)
}

class InlineReader {
  readonly nodes: NodeJson[] = []
  readonly #state: ReadState

  constructor(state: ReadState) {
    this.#state = state
  }

  read(children: XmlElement['children'], around: Around): void {
    for (const child of children) if (typeof child !== 'string') this.#element(child, around)
  }

  #element(element: XmlElement, around: Around): void {
    const { comments, moves, losses } = this.#state
    switch (element.name) {
      case 'w:r':
        this.#run(element, around)
        return
      case 'w:hyperlink':
        this.read(element.children, { ...around, link: this.#target(element) })
        return
      case 'w:ins':
      case 'w:moveTo':
        this.read(element.children, this.#within(element, 'insertion', around))
        return
      case 'w:del':
      case 'w:moveFrom':
        this.read(element.children, this.#within(element, 'deletion', around))
        return
      case 'w:sdt':
        this.#control(element, around)
        return
      case 'w:commentRangeStart':
        comments.start(element.attrs['w:id'] ?? '')
        return
      case 'w:commentRangeEnd':
        comments.end(element.attrs['w:id'] ?? '')
        return
      case 'w:moveFromRangeStart':
      case 'w:moveToRangeStart':
        moves.set(element.attrs['w:id'] ?? '', {
          name: element.attrs['w:name'] ?? '',
          kind: element.name === 'w:moveToRangeStart' ? 'insertion' : 'deletion',
        })
        return
      case 'w:moveFromRangeEnd':
      case 'w:moveToRangeEnd':
        moves.delete(element.attrs['w:id'] ?? '')
        return
      case 'm:oMath':
      case 'm:oMathPara':
        losses.add('equation', xmlText(element))
        this.#text(xmlText(element), [], around)
        return
      case 'mc:AlternateContent':
        this.#run(chosen(element), around)
        return
      default:
        if (GROUPS.has(element.name)) this.read(element.children, around)
    }
  }

  #within(element: XmlElement, kind: Revision['kind'], around: Around): Around {
    const isMove = element.name.startsWith('w:move')
    const move = isMove
      ? ([...this.#state.moves.values()].findLast(open => open.kind === kind)?.name ?? null)
      : null
    return { ...around, revisions: [...around.revisions, revisionOf(element, kind, move)] }
  }

  /** A content control: a term or a reference in our own files, else only what it holds. */
  #control(element: XmlElement, around: Around): void {
    const parts = this.#state.own ? partsOfTag(valueAt(childOf(element, 'w:sdtPr'), 'w:tag')) : null
    const content = childOf(element, 'w:sdtContent')?.children ?? []
    const [kind, first = '', second = ''] = parts ?? []
    if (kind === 'ref') this.nodes.push({ type: 'partyRef', attrs: { partyId: first } })
    else if (kind === 'term') {
      const attrs = { ...(first && { kind: first }), ...(second && { id: second }) }
      this.read(content, { ...around, term: { type: 'term', attrs } })
    } else this.read(content, around)
  }

  #target(element: XmlElement): string | null {
    const href = this.#state.pkg.linkTarget(element.attrs['r:id'] ?? '')
    if (href === null) return null
    const safe = safeHref(href)
    if (safe === null) this.#state.losses.add('unsafe-link', href)
    return safe
  }

  #run(run: XmlElement, around: Around): void {
    const properties = childOf(run, 'w:rPr')
    if (childOf(properties, 'w:rPrChange')) this.#state.losses.add('format-change')
    const runStyle = valueAt(properties, 'w:rStyle')
    // Our own writer states every mark on the run; what its styles look like is not emphasis.
    const styled = this.#state.own ? {} : this.#state.styles.look(around.paragraphStyle, runStyle)
    const look = { ...styled, ...lookOf(properties) }
    if (look.hidden) {
      const hidden = elementsOf(run)
        .filter(({ name }) => name === 'w:t')
        .map(xmlText)
        .join('')
      if (hidden.trim()) this.#state.losses.add('hidden-text', hidden)
      return
    }
    const raised = valueAt(properties, 'w:vertAlign')
    const isCode = this.#state.styles.runStyleName(runStyle) === OWN_STYLES.codeText
    const marks = isCode ? [{ type: 'code' }] : marksOf(look, around.link !== null && !this.#state.own)
    for (const child of elementsOf(run)) {
      if (raised === 'superscript' || raised === 'subscript') this.#raised(child)
      this.#runChild(child, marks, around)
    }
  }

  #raised(child: XmlElement): void {
    if (child.name === 'w:t') this.#state.losses.add('raised-text', xmlText(child))
  }

  #runChild(child: XmlElement, marks: readonly MarkJson[], around: Around): void {
    switch (child.name) {
      case 'w:t':
      case 'w:delText':
        this.#text(wordsOf(child), marks, around)
        return
      case 'w:tab':
      case 'w:ptab':
        this.#text('\t', marks, around)
        return
      case 'w:noBreakHyphen':
        this.#text('\u2011', marks, around)
        return
      case 'w:softHyphen':
        this.#text('\u00ad', marks, around)
        return
      case 'w:br':
      case 'w:cr':
        if (!['page', 'column'].includes(child.attrs['w:type'] ?? '') && !this.#isLeftOut())
          this.nodes.push({ type: 'hardBreak' })
        return
      case 'w:sym':
        this.#text(this.#symbol(child), marks, around)
        return
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const number = this.#state.notes.reference(child.name, child.attrs['w:id'] ?? '')
        if (number !== null) this.#text(`[${number}]`, marks, around)
        return
      }
      case 'w:commentReference':
        this.#pointComment(child.attrs['w:id'] ?? '')
        return
      case 'w:fldChar':
        this.#field(child.attrs['w:fldCharType'] ?? '')
        return
      case 'w:instrText': {
        const field = this.#state.fields.at(-1)
        if (field && !field.inResult) field.instruction += xmlText(child)
        return
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawing(child)
        return
      case 'mc:AlternateContent':
        for (const inner of elementsOf(chosen(child))) this.#runChild(inner, marks, around)
        return
    }
  }

  #text(text: string, marks: readonly MarkJson[], around: Around): void {
    if (text === '' || this.#isLeftOut()) return
    const { revisions, comments } = this.#state
    revisions.end(around.revisions)
    const changes = around.revisions.map(revision => revisions.mark(revision))
    const link = around.link ?? this.#fieldLink()
    const all = [
      ...marks,
      ...(link === null ? [] : [{ type: 'link', attrs: { href: link } }]),
      ...(around.term ? [around.term] : []),
      ...oneOfEach(changes),
      ...comments.marks(),
    ].sort((a, b) => MARK_ORDER.indexOf(a.type) - MARK_ORDER.indexOf(b.type))
    this.nodes.push({ type: 'text', text, ...(all.length > 0 && { marks: all }) })
  }

  /** A comment on a point belongs to the word before it. */
  #pointComment(id: string): void {
    const mark = this.#state.comments.pointMark(id)
    const last = this.nodes.findLastIndex(node => node.type === 'text')
    const node = this.nodes[last]
    if (!mark || !node) return
    const text = textOf(node)
    const from = /\S*\s*$/.exec(text)?.index ?? 0
    const before = from > 0 ? [{ ...node, text: text.slice(0, from) }] : []
    const word = { ...node, text: text.slice(from), marks: [...(node.marks ?? []), mark] }
    this.nodes.splice(last, 1, ...before, word)
  }

  #field(type: string): void {
    const { fields, losses } = this.#state
    if (type === 'begin') fields.push({ instruction: '', inResult: false })
    const field = fields.at(-1)
    if (type === 'separate' && field) {
      field.inResult = true
      if (isContents(field.instruction)) losses.add('table-of-contents')
    }
    if (type === 'end') fields.pop()
  }

  /** Inside a table of contents, which the outline replaces. */
  #isLeftOut(): boolean {
    return this.#state.fields.some(field => field.inResult && isContents(field.instruction))
  }

  #fieldLink(): string | null {
    for (const { instruction, inResult } of this.#state.fields) {
      const href = inResult ? /^\s*HYPERLINK\s+"([^"]+)"/.exec(instruction)?.[1] : undefined
      if (href !== undefined) return safeHref(href)
    }
    return null
  }

  #symbol({ attrs }: XmlElement): string {
    const code = Number.parseInt(attrs['w:char'] ?? '', 16)
    const known = SYMBOLS[(attrs['w:char'] ?? '').toUpperCase().slice(-2)]
    if (/wingdings/i.test(attrs['w:font'] ?? '') && known) return known
    if (code >= 0x20 && code < 0xe000) return String.fromCodePoint(code)
    this.#state.losses.add('symbol')
    return '□'
  }

  #drawing(drawing: XmlElement): void {
    const boxes = boxesIn(drawing)
    this.#state.boxes.push(...boxes)
    if (boxes.length > 0) return
    this.#state.losses.add(drawing.name === 'w:object' ? 'embedded' : 'picture', pictureName(drawing))
  }
}
