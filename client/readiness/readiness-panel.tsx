import { IconCircleCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Problem } from '../../shared/terms/readiness/problem.ts'
import { ProblemItem } from './problem-item.tsx'
import classes from './readiness.module.css'
import { countOf, readinessGroups, TOPIC_WORDS, type TopicGroup } from './readiness-groups.ts'
import type { ReadinessPanelProps } from './readiness-panel-props.ts'

/** What keeps the text from being sealed, gravest first and by subject, each with its place and, where there is one, its fix. */
export function ReadinessPanel(props: ReadinessPanelProps) {
  const { problems, reasons, clauses } = props
  const groups = useMemo(() => readinessGroups(problems, reasons), [problems, reasons])
  const clauseOf = useMemo(() => new Map(clauses.map(clause => [clause.id, clause])), [clauses])
  const errors = countOf(groups.errors)
  const warnings = countOf(groups.warnings)
  const items = (group: readonly Problem[], advised = false) => (
    <ul className={classes.list}>
      {group.map(problem => (
        <ProblemItem
          key={problem.id}
          problem={problem}
          clause={clauseOf.get(problem.clauseId ?? '') ?? null}
          advised={advised}
          {...props}
        />
      ))}
    </ul>
  )
  const topics = (list: readonly TopicGroup[]) =>
    list.map(({ topic, problems: ofTopic }) => {
      const shared = sharedAdvice(ofTopic)
      return (
        <section key={topic} aria-label={TOPIC_WORDS[topic]}>
          <h3 className={classes.topic}>
            {TOPIC_WORDS[topic]} <span className={classes.count}>{ofTopic.length}</span>
          </h3>
          {shared !== null && <p className={classes.advice}>{shared}</p>}
          {items(ofTopic, shared !== null)}
        </section>
      )
    })
  return (
    <div className={classes.panel}>
      <Verdict errors={errors} waived={groups.waived.length} />
      {errors > 0 && (
        <section className={classes.group} data-severity="error" aria-labelledby="readiness-errors">
          <h2 id="readiness-errors" className={classes.title}>
            To be settled before sealing <span className={classes.count}>{errors}</span>
          </h2>
          {topics(groups.errors)}
        </section>
      )}
      {warnings > 0 && (
        <section className={classes.group} aria-labelledby="readiness-warnings">
          <h2 id="readiness-warnings" className={classes.title}>
            Worth a look <span className={classes.count}>{warnings}</span>
          </h2>
          {topics(groups.warnings)}
        </section>
      )}
      {groups.waived.length > 0 && (
        <section className={classes.group} aria-labelledby="readiness-waived">
          <h2 id="readiness-waived" className={classes.title}>
            Let stand, with a reason <span className={classes.count}>{groups.waived.length}</span>
          </h2>
          {items(groups.waived)}
        </section>
      )}
    </div>
  )
}

/** What to do about each of several problems alike: said once. */
function sharedAdvice(problems: readonly Problem[]): string | null {
  const [first] = problems
  return first && problems.length > 1 && problems.every(({ advice }) => advice === first.advice)
    ? first.advice
    : null
}

function Verdict({ errors, waived }: { readonly errors: number; readonly waived: number }) {
  if (errors > 0)
    return (
      <p className={classes.verdict} role="status">
        <strong>Not ready to seal.</strong> {errors === 1 ? 'One point has' : `${errors} points have`} to be
        settled, or let stand with a reason that everybody signs.
      </p>
    )
  return (
    <p className={classes.verdict} data-ready role="status">
      <IconCircleCheck size={18} stroke={1.7} aria-hidden />
      <span>
        <strong>Ready to seal.</strong>{' '}
        {waived === 0
          ? 'Nothing is missing, nothing contradicts itself.'
          : waived === 1
            ? 'One point is let stand with a reason.'
            : `${waived} points are let stand with a reason.`}
      </span>
    </p>
  )
}
