import { run } from './runs.ts'
import { TEXT_WIDTH } from './table-xml.ts'
import { val, wordPart, xml } from './xml-write.ts'

/** A4 with an inch around the text. */
export const SECTION = xml(
  'w:sectPr',
  {},
  xml('w:headerReference', { 'w:type': 'default', 'r:id': 'rHeader' }),
  xml('w:footerReference', { 'w:type': 'default', 'r:id': 'rFooter' }),
  xml('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
  xml('w:pgMar', {
    'w:top': 1440,
    'w:right': 1440,
    'w:bottom': 1440,
    'w:left': 1440,
    'w:header': 709,
    'w:footer': 709,
    'w:gutter': 0,
  }),
)

const field = (instruction: string) => xml('w:fldSimple', { 'w:instr': instruction }, run('1', []))

/** `word/header1.xml`: the agreement's title. */
export const headerPart = (title: string): string =>
  wordPart('w:hdr', xml('w:p', {}, xml('w:pPr', {}, val('w:pStyle', 'Header')), run(title, [])))

/** `word/footer1.xml`: which page of how many, at the right. */
export const footerPart = (): string =>
  wordPart(
    'w:ftr',
    xml(
      'w:p',
      {},
      xml(
        'w:pPr',
        {},
        val('w:pStyle', 'Footer'),
        xml('w:tabs', {}, xml('w:tab', { 'w:val': 'right', 'w:pos': TEXT_WIDTH })),
      ),
      run('\tPage ', []),
      field('PAGE'),
      run(' of ', []),
      field('NUMPAGES'),
    ),
  )

/** `word/settings.xml`: fields are current, and the layout is that of a Word of today. */
export const settingsPart = (): string =>
  wordPart(
    'w:settings',
    val('w:defaultTabStop', 720),
    xml(
      'w:compat',
      {},
      xml('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ),
  )
