import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { META_MAP, META_TITLE } from '../../shared/document/node-types.ts'
import { LIMITS } from '../../shared/protocol/wire.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import classes from './title-field.module.css'
import { useAgreementTitle } from './use-agreement-title.ts'

interface TitleFieldProps {
  readonly session: AgreementSession
  /** Shown until the text itself has a title. */
  readonly fallback: string
  readonly editable: boolean
}

/** The title in the text itself. It is written when the person is done with it, so that two people do not interleave letters. */
export function TitleField({ session, fallback, editable }: TitleFieldProps) {
  const title = useAgreementTitle(session) ?? fallback
  const [draft, setDraft] = useState<string | null>(null)
  const dropped = useRef(false)
  const name = draft ?? title

  useEffect(() => {
    document.title = `${title} · Parley`
  }, [title])

  const commit = () => {
    const next = draft?.replace(/\s+/g, ' ').trim() ?? ''
    if (!dropped.current && next !== '' && next !== title) session.body.getMap(META_MAP).set(META_TITLE, next)
    dropped.current = false
    setDraft(null)
  }
  const finish = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    dropped.current = event.key === 'Escape'
    event.currentTarget.blur()
  }
  return (
    <h1 className={classes.heading}>
      {editable ? (
        <span className={classes.sizer} data-text={name}>
          <input
            className={classes.field}
            aria-label="Title of the agreement"
            value={name}
            maxLength={LIMITS.titleCharacters}
            onChange={event => setDraft(event.currentTarget.value)}
            onBlur={commit}
            onKeyDown={finish}
          />
        </span>
      ) : (
        <span className={classes.fixed} title={title}>
          {title}
        </span>
      )}
    </h1>
  )
}
