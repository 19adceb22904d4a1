import { memo } from 'react'
import type { DutyTerm, ObligationTerm, ReviewTerm } from '../../shared/terms/terms.ts'
import {
  cadenceInWords,
  DUTY_WORDS,
  dateInWords,
  REVIEW_SCOPE_WORDS,
  whenInWords,
} from '../../shared/terms/words.ts'
import { JumpEntry } from './jump-entry.tsx'
import { PanelSection } from './panel-section.tsx'
import type { NamingSectionProps, SectionProps } from './section-props.ts'
import classes from './terms-panel.module.css'
import { Warning } from './warning.tsx'
import { withKeys } from './with-keys.ts'

/** Who shall do what, by when. */
export const ObligationsSection = memo(function ObligationsSection({
  list,
  nameOf,
  onJump,
}: NamingSectionProps<ObligationTerm>) {
  return (
    <PanelSection
      title="Obligations"
      count={list.length}
      empty="No obligation is stated. Add one where a party shall do something by a certain day, or again and again."
    >
      <ul className={classes.list}>
        {withKeys(list).map(({ key, entry: obligation }) => {
          const { partyId, due, recurrence } = obligation
          const when = [due && `Due: ${whenInWords(due)}`, recurrence && cadenceInWords(recurrence)]
          return (
            <JumpEntry key={key} blockId={obligation.blockId} onJump={onJump}>
              <span className={classes.main}>{partyId ? nameOf(partyId) : 'Nobody yet'}</span>
              {obligation.text && <span className={classes.prose}>{obligation.text}</span>}
              <span className={classes.more}>{when.filter(Boolean).join(' · ')}</span>
              {!partyId && <Warning>Choose the party that owes it.</Warning>}
              {!due && !recurrence && <Warning>Say by when, or how often.</Warning>}
            </JumpEntry>
          )
        })}
      </ul>
    </PanelSection>
  )
})

/** Duties and those who hold them. */
export const RolesSection = memo(function RolesSection({
  list,
  nameOf,
  onJump,
}: NamingSectionProps<DutyTerm>) {
  return (
    <PanelSection
      title="Roles"
      count={list.length}
      empty="No role is named. Name a neutral collaboration commissioner and a service manager."
    >
      <ul className={classes.list}>
        {withKeys(list).map(({ key, entry: role }) => (
          <JumpEntry key={key} blockId={role.blockId} onJump={onJump}>
            <span className={classes.label}>{role.kind ? DUTY_WORDS[role.kind] : 'Role'}</span>
            <span className={classes.main}>{role.holder ?? 'Nobody named yet'}</span>
            <span className={classes.more}>
              {role.partyId ? nameOf(role.partyId) : 'belongs to no party'}
            </span>
            {role.kind === 'commissioner' && role.partyId && (
              <Warning>A commissioner must be neutral and belong to no party.</Warning>
            )}
          </JumpEntry>
        ))}
      </ul>
    </PanelSection>
  )
})

/** What is looked at again, and when. */
export const ReviewsSection = memo(function ReviewsSection({ list, onJump }: SectionProps<ReviewTerm>) {
  return (
    <PanelSection
      title="Reviews"
      count={list.length}
      empty="No review is planned. Add one, so that the agreement is read again before it is outdated."
    >
      <ul className={classes.list}>
        {withKeys(list).map(({ key, entry: review }) => (
          <JumpEntry key={key} blockId={review.blockId} onJump={onJump}>
            <span className={classes.main}>
              {review.scope ? REVIEW_SCOPE_WORDS[review.scope] : 'A review'}
            </span>
            <span className={classes.more}>
              {[
                review.cadence && cadenceInWords(review.cadence),
                review.nextOn && `next on ${dateInWords(review.nextOn)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {!review.cadence && !review.nextOn && <Warning>Say when it takes place.</Warning>}
          </JumpEntry>
        ))}
      </ul>
    </PanelSection>
  )
})
