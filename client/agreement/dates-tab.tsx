import { agreementDates } from '../../shared/terms/dates/agreement-dates.ts'
import { datesIcs } from '../../shared/terms/dates/dates-ics.ts'
import { partyNames } from '../../shared/terms/readable-text.ts'
import { api } from '../api/api-client.ts'
import { CalendarBox } from '../dates/calendar-box.tsx'
import { DatesPanel } from '../dates/dates-panel.tsx'
import { fileName, saveFile } from './download.ts'
import type { WorkspaceParts } from './frame/workspace-parts.ts'
import { today } from './today.ts'

/** The dates of the open text, with the calendar that can be taken along. */
export function DatesTab({ terms, agreementId, standing, user, onJump }: WorkspaceParts) {
  const save = () => {
    if (terms === null) return
    const ics = datesIcs(agreementDates(terms), {
      title: terms.title || 'Agreement',
      agreementId,
      writtenAt: new Date().toISOString(),
      nameOf: partyNames(terms.parties),
    })
    saveFile(new Blob([ics], { type: 'text/calendar' }), fileName(terms.title, 'ics'))
  }
  return (
    <DatesPanel
      terms={terms}
      today={today()}
      onJump={onJump}
      calendar={
        <CalendarBox
          agreementId={agreementId}
          onServer={standing.onServer && !standing.noAccess && user !== null}
          api={api}
          onDownload={save}
        />
      }
    />
  )
}
