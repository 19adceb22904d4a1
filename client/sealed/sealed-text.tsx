import { useMemo } from 'react'
import type { DocumentJson } from '../../shared/document/document-json.ts'
import { htmlBody } from '../../shared/document/html/html-blocks.ts'
import { objectNames } from '../../shared/document/object-view.ts'
import { extractTerms } from '../../shared/terms/extract-terms.ts'
import classes from './sealed-text.module.css'

interface SealedTextProps {
  readonly title: string
  readonly body: DocumentJson
}

/** A text that does not change, as it is read on paper: a sealed version, or what was taken out of a signed file. */
export function SealedText({ title, body }: SealedTextProps) {
  const html = useMemo(() => {
    const terms = extractTerms(body, title)
    return htmlBody(body.content ?? [], terms.clauses, objectNames(terms))
  }, [title, body])
  return (
    <article className={classes.paper} aria-label={title} lang="en">
      <h2 className={classes.title} dir="auto">
        {title}
      </h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer of the HTML export escapes every text of its authors */}
      <div className={classes.text} dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  )
}
