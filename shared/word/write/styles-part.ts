import { val, wordPart, xml } from './xml-write.ts'

const fonts = (name: string) =>
  xml('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:cs': name, 'w:eastAsia': name })

/** Sizes are in half points. */
const size = (halves: number) => val('w:sz', halves) + val('w:szCs', halves)

const TEXT_FONT = fonts('Cambria')
const HEAD_FONT = fonts('Calibri')
const INK = val('w:color', '22252B')
const GREY = val('w:color', '5A5F69')

interface Style {
  readonly id: string
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  readonly paragraph?: string
  readonly run?: string
  readonly isQuick?: boolean
}

const paragraphStyle = ({
  id,
  name,
  basedOn = 'Normal',
  next,
  paragraph = '',
  run = '',
  isQuick = true,
}: Style) =>
  xml(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id, ...(id.startsWith('Parley') && { 'w:customStyle': 1 }) },
    val('w:name', name),
    val('w:basedOn', basedOn),
    next === undefined ? '' : val('w:next', next),
    isQuick ? xml('w:qFormat') : '',
    paragraph && xml('w:pPr', {}, paragraph),
    run && xml('w:rPr', {}, run),
  )

const spacing = (before: number, after: number, line: number | null = null) =>
  xml('w:spacing', {
    'w:before': before,
    'w:after': after,
    ...(line !== null && { 'w:line': line, 'w:lineRule': 'auto' }),
  })

const HEADING_SIZES = [28, 24, 22, 22, 22, 22] as const

const headings = HEADING_SIZES.map((halves, level) =>
  paragraphStyle({
    id: `Heading${level + 1}`,
    name: `heading ${level + 1}`,
    next: 'Normal',
    paragraph: [
      xml('w:keepNext'),
      xml('w:keepLines'),
      xml('w:numPr', {}, level > 0 ? val('w:ilvl', level) : '', val('w:numId', 1)),
      spacing(level === 0 ? 360 : 240, 100),
      val('w:outlineLvl', level),
    ].join(''),
    run: HEAD_FONT + xml('w:b') + INK + size(halves),
  }),
)

const LINES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
const thin = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'C9CCD2' }

const tableGrid = xml(
  'w:style',
  { 'w:type': 'table', 'w:styleId': 'TableGrid' },
  val('w:name', 'Table Grid'),
  xml(
    'w:tblPr',
    {},
    xml('w:tblBorders', {}, ...LINES.map(side => xml(`w:${side}`, thin))),
    xml(
      'w:tblCellMar',
      {},
      ...['top', 'left', 'bottom', 'right'].map(side =>
        xml(`w:${side}`, { 'w:w': side === 'left' || side === 'right' ? 110 : 50, 'w:type': 'dxa' }),
      ),
    ),
  ),
)

const characterStyle = (id: string, name: string, run: string) =>
  xml(
    'w:style',
    { 'w:type': 'character', 'w:styleId': id, ...(id.startsWith('Parley') && { 'w:customStyle': 1 }) },
    val('w:name', name),
    xml('w:rPr', {}, run),
  )

/** `word/styles.xml`: Word's own names where it has one, so that its navigation, numbering and themes work. */
export const stylesPart = (): string =>
  wordPart(
    'w:styles',
    xml(
      'w:docDefaults',
      {},
      xml('w:rPrDefault', {}, xml('w:rPr', {}, TEXT_FONT, size(21), xml('w:lang', { 'w:val': 'en-GB' }))),
      xml('w:pPrDefault', {}, xml('w:pPr', {}, spacing(0, 120, 288))),
    ),
    xml(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
      val('w:name', 'Normal'),
      xml('w:qFormat'),
    ),
    paragraphStyle({
      id: 'Title',
      name: 'Title',
      next: 'Normal',
      paragraph: spacing(0, 320),
      run: HEAD_FONT + xml('w:b') + INK + size(44),
    }),
    ...headings,
    paragraphStyle({
      id: 'ListParagraph',
      name: 'List Paragraph',
      paragraph: spacing(0, 80) + xml('w:ind', { 'w:left': 720 }),
    }),
    paragraphStyle({
      id: 'Quote',
      name: 'Quote',
      paragraph: xml('w:ind', { 'w:left': 567, 'w:right': 567 }),
      run: GREY,
    }),
    paragraphStyle({
      id: 'ParleyCode',
      name: 'Parley Code',
      paragraph: xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'F6F6F4' }),
      run: fonts('Consolas') + size(18),
    }),
    paragraphStyle({
      id: 'ParleyRule',
      name: 'Parley Rule',
      paragraph:
        xml(
          'w:pBdr',
          {},
          xml('w:bottom', { 'w:val': 'single', 'w:sz': 6, 'w:space': 1, 'w:color': 'C9CCD2' }),
        ) + spacing(120, 240),
    }),
    paragraphStyle({
      id: 'ParleyFiller',
      name: 'Parley Filler',
      paragraph: xml('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 160, 'w:lineRule': 'exact' }),
      run: size(8),
      isQuick: false,
    }),
    paragraphStyle({
      id: 'ParleyCell',
      name: 'Parley Cell',
      paragraph: spacing(20, 20, 259),
      isQuick: false,
    }),
    paragraphStyle({
      id: 'ParleyLabel',
      name: 'Parley Label',
      basedOn: 'ParleyCell',
      run: HEAD_FONT + GREY + size(18),
      isQuick: false,
    }),
    paragraphStyle({ id: 'Header', name: 'header', run: HEAD_FONT + GREY + size(17), isQuick: false }),
    paragraphStyle({ id: 'Footer', name: 'footer', run: HEAD_FONT + GREY + size(17), isQuick: false }),
    paragraphStyle({ id: 'CommentText', name: 'annotation text', run: size(20), isQuick: false }),
    characterStyle('CommentReference', 'annotation reference', size(16)),
    characterStyle('Hyperlink', 'Hyperlink', val('w:color', '1F5FA8')),
    characterStyle('ParleyCodeText', 'Parley Code Text', fonts('Consolas') + size(19)),
    tableGrid,
  )
