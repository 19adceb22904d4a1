import { memo } from 'react'
import type { KpiTerm } from '../../shared/terms/terms.ts'
import { dateInWords, MATURITY_WORDS } from '../../shared/terms/words.ts'
import { JumpEntry } from './jump-entry.tsx'
import { PanelSection } from './panel-section.tsx'
import type { NamingSectionProps } from './section-props.ts'
import classes from './terms-panel.module.css'
import { Warning } from './warning.tsx'
import { withKeys } from './with-keys.ts'

/** What is measured, for which value, from where to where. */
export const KpisSection = memo(function KpisSection({ list, nameOf, onJump }: NamingSectionProps<KpiTerm>) {
  return (
    <PanelSection
      title="KPIs"
      count={list.length}
      empty="No KPI is defined. Begin with the value that the service has for those it serves."
    >
      <ul className={classes.list}>
        {withKeys(list).map(({ key, entry: kpi }) => (
          <JumpEntry key={key} blockId={kpi.blockId} onJump={onJump}>
            <span className={classes.main}>{kpi.parts.name || 'A KPI without a name'}</span>
            {kpi.parts.value && <span className={classes.prose}>{kpi.parts.value}</span>}
            <span className={classes.more}>{figures(kpi)}</span>
            <span className={classes.more}>
              {[
                kpi.ownerPartyId && `Owner: ${nameOf(kpi.ownerPartyId)}`,
                kpi.maturity && MATURITY_WORDS[kpi.maturity],
                kpi.revisitOn && `revisited on ${dateInWords(kpi.revisitOn)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {!kpi.parts.value && <Warning>Write the value that it serves, and for whom.</Warning>}
            {!kpi.ownerPartyId && <Warning>Choose the party that answers for it.</Warning>}
          </JumpEntry>
        ))}
      </ul>
    </PanelSection>
  )
})

function figures({ baseline, target, targetDate, unit }: KpiTerm): string {
  if (!baseline && !target) return 'No baseline and no target yet'
  const figure = (value: string) => [value, unit].filter(Boolean).join(' ')
  const from = baseline ? `From ${figure(baseline)}` : 'No baseline yet'
  const to = target ? `to ${figure(target)}` : 'no target yet'
  return `${from}${baseline && target ? ' ' : ', '}${to}${target && targetDate ? ` by ${dateInWords(targetDate)}` : ''}`
}
