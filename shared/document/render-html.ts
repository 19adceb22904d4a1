import type { FactTerm, Terms } from '../terms/terms.ts'
import { factInWords, TERM_KIND_WORDS } from '../terms/words.ts'
import type { DocumentJson } from './document-json.ts'
import { escapeHtml } from './html/escape-html.ts'
import { htmlBody } from './html/html-blocks.ts'
import { withGaps } from './html/html-inline.ts'
import { HTML_STYLE } from './html/html-style.ts'
import { objectNames } from './object-view.ts'

/** The page needs nothing from anywhere, so that whatever slipped into it could load nothing either. */
const CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * The agreement as one HTML page that stands alone: title, list of clauses, the text with its objects, and the marked facts
 * in a table. Every text of its authors is escaped; only links to pages and mailboxes remain links. Complete: what this version
 * does not know is shown as the text it holds. The same input gives the same page.
 */
export function renderHtml({
  title,
  body,
  terms,
}: {
  title: string
  body: DocumentJson
  terms: Terms
}): string {
  const heading = title.trim() || 'Untitled agreement'
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(CONTENT_POLICY)}">
<title>${escapeHtml(heading)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<main>
<h1 dir="auto">${withGaps(heading)}</h1>
${contents(terms)}<article>
${htmlBody(body.content ?? [], terms.clauses, objectNames(terms))}
</article>
${factTable(terms)}</main>
</body>
</html>
`
}

function contents({ clauses }: Terms): string {
  const entries = clauses.flatMap(({ number, level, title }, index) =>
    level > 1
      ? []
      : [
          `<li><a href="#clause-${index + 1}"><span class="number">${escapeHtml(number)}</span> ${withGaps(title)}</a></li>`,
        ],
  )
  if (entries.length === 0) return ''
  return `<nav aria-labelledby="contents"><h2 id="contents">Clauses</h2><ul>${entries.join('')}</ul></nav>\n`
}

function factTable({ facts, clauses }: Terms): string {
  if (facts.length === 0) return ''
  const row = (fact: FactTerm) => {
    const at = clauses.findIndex(clause => clause.id === fact.clauseId)
    const clause = at < 0 ? '' : `<a href="#clause-${at + 1}">${escapeHtml(clauses[at]?.number ?? '')}</a>`
    const value = factInWords(fact.value) ?? fact.text
    return `<tr><th scope="row">${TERM_KIND_WORDS[fact.kind]}</th><td dir="auto">${withGaps(value)}</td><td>${clause}</td></tr>`
  }
  return (
    '<section aria-labelledby="facts"><h2 id="facts">Terms at a glance</h2><table>' +
    '<thead><tr><th scope="col">Term</th><th scope="col">What is agreed</th><th scope="col">Clause</th></tr></thead>' +
    `<tbody>${facts.map(row).join('')}</tbody></table></section>\n`
  )
}
