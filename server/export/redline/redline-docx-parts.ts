/** What XML has a form for. */
const isXml = (code: number) =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 32 && code < 0xd800) ||
  (code > 0xdfff && code < 0xfffe) ||
  code > 0xffff

/** A text within XML. Characters that XML has no form for read as U+FFFD. */
export const escapeXml = (text: string): string =>
  Array.from(text, character => (isXml(character.codePointAt(0) ?? 0) ? character : '\ufffd'))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

const style = (id: string, name: string, paragraph: string, text: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>` +
  `${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:pPr>${paragraph}</w:pPr><w:rPr>${text}</w:rPr></w:style>`

/** Half-points of each level of heading. */
const HEADINGS = [32, 28, 24, 22, 22, 22]

const STYLES = [
  style(
    'Normal',
    'Normal',
    '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>',
    '<w:sz w:val="22"/>',
  ),
  style('Title', 'Title', '<w:spacing w:after="120"/>', '<w:b/><w:sz w:val="40"/>'),
  style('Subtitle', 'Subtitle', '<w:spacing w:after="360"/>', '<w:color w:val="565B66"/><w:sz w:val="20"/>'),
  ...HEADINGS.map((size, index) =>
    style(
      `Heading${index + 1}`,
      `heading ${index + 1}`,
      `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${index}"/>`,
      `<w:b/><w:sz w:val="${size}"/>`,
    ),
  ),
  style('ListParagraph', 'List Paragraph', '<w:ind w:left="567"/>', ''),
  style(
    'ObjectHead',
    'Object Head',
    '<w:keepNext/><w:spacing w:before="160" w:after="40"/><w:ind w:left="284"/>',
    '<w:b/>',
  ),
  style('ObjectLine', 'Object Line', '<w:spacing w:after="40"/><w:ind w:left="284"/>', ''),
]

/** The parts of a Word file beside its text, by their paths. */
export const REDLINE_PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>` +
    `<Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  'word/styles.xml': `${HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>${STYLES.join('')}</w:styles>`,
}
