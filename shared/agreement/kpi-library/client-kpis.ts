import type { LibraryKpi } from './library-kpi.ts'

/** What those who are served get, and can rely on. */
export const clientKpis: readonly LibraryKpi[] = [
  {
    key: 'purpose-reached',
    models: ['value-added-alliance', 'consortium'],
    parts: {
      name: 'People who reached what they came for',
      value: 'For clients: a change that they themselves asked for, and not merely a service received.',
      definition:
        'At the start each client says in one sentence what should be different. Counted is a client who says at the follow-up that it is. Someone who cannot be reached after three tries is not asked, and is reported beside the figure. A goal written by staff does not count.',
      formula: 'clients who say that it is different / clients asked at the follow-up × 100',
      source:
        'Follow-up talk held by somebody who had no part in the case; the sentence from the first day is read out.',
      limits:
        'Small wishes are easier to fulfil than large ones, so it compares nobody. It could be gamed by talking wishes down at the start: the sentences are read by a second party each half-year.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P6M',
  },
  {
    key: 'told-once',
    models: ['value-added-alliance', 'municipal-corporation'],
    parts: {
      name: 'Facts asked for twice',
      value: 'For clients: to tell their story once, and be spared papers that one of us already holds.',
      definition:
        'A question counts when a party asks for a fact or paper that the client had already given to another party and agreed to share. Checking a fact that may have changed, and saying so, does not count.',
      formula: 'repeated questions / cases checked',
      source: 'Twenty cases drawn by lot each quarter, read together by two parties.',
      limits:
        'Says nothing about facts that nobody asked for. It could be gamed by sharing without consent; each case is therefore also checked for the consent.',
    },
    unit: 'questions per case',
    direction: 'down',
    cadence: 'P3M',
  },
  {
    key: 'nobody-lost',
    models: ['value-added-alliance', 'consortium', 'municipal-corporation'],
    parts: {
      name: 'Cases that stood still between us',
      value: 'For clients: nobody is forgotten in the gap between two organisations.',
      definition:
        'A case counts when it was handed over and the receiving party took no step that the client could notice within ten working days. A case that the client asked to pause does not count.',
      formula: 'hand-overs without a step within ten working days / all hand-overs × 100',
      source: 'Day of hand-over and day of the first step, from the records of both sides.',
      limits:
        'A letter of receipt could be sent to stop the clock, so only a step that moves the case counts. Hides how long the slowest cases waited: the longest wait is shown beside it.',
    },
    unit: '%',
    direction: 'down',
    cadence: 'P1M',
  },
  {
    key: 'promise-kept',
    models: ['consortium', 'standards-dealer', 'municipal-corporation'],
    parts: {
      name: 'Promises kept on the day',
      value:
        'For clients: to be able to plan, because the day that was named is the day on which it happens.',
      definition:
        'Counted is an order that was complete by the first day promised to the client. A day that we moved afterwards stays a broken promise; a day that the client moved is the new promise.',
      formula: 'orders complete by the first promised day / all orders promised for the period × 100',
      source: 'Order system; the first promise is stored and cannot be overwritten.',
      limits:
        'Late days promised in good time keep it high. The median number of days promised is shown beside it, so that caution becomes visible.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P1M',
  },
  {
    key: 'right-first-time',
    models: ['consortium', 'standards-dealer'],
    parts: {
      name: 'Done right the first time',
      value: 'For clients: no second visit, no second form, no second day off work.',
      definition:
        'Counted is an order for which nobody had to come back, correct or send again within thirty days for a cause on our side. A wish that the client added later does not count against it.',
      formula: '(all orders − orders reworked within thirty days) / all orders × 100',
      source:
        'Order system; causes are set by the party that does the rework, not by the one that caused it.',
      limits:
        'Depends on clients who report a fault. It could be gamed by booking rework as a new order: new orders of the same client within thirty days are looked through.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P1M',
  },
  {
    key: 'plain-answer',
    models: ['municipal-corporation', 'value-added-alliance'],
    parts: {
      name: 'Decisions understood',
      value: 'For residents and clients: to know what was decided, why, and what they can do next.',
      definition:
        'A person who got a decision is asked a week later what it was and how to object. Counted is who can say both in their own words. A decision explained to a helper counts if the helper can say it.',
      formula: 'people who can say both / people asked × 100',
      source: 'Thirty calls each quarter, made by a party that did not decide; people drawn by lot.',
      limits:
        'Says nothing about whether the decision was right. Calls reach those who answer the telephone; one in three is therefore made in person.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P3M',
  },
  {
    key: 'open-door',
    models: ['municipal-corporation', 'value-added-alliance'],
    parts: {
      name: 'Reached from every district',
      value: 'For residents who live far out or have little: the same way in as for all others.',
      definition:
        'For each district the users per thousand residents are worked out. The figure is the lowest of them as a part of the average. Districts with fewer than five hundred residents are joined with a neighbour first.',
      formula:
        'users per thousand residents of the least served district / users per thousand residents of all districts × 100',
      source: 'Addresses in the register of users, without names; population figures of the municipality.',
      limits:
        'Few users can also mean little need. It starts a talk with the district and is no verdict; it could be gamed by sign-ups that are never used, so only used services count.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P1Y',
  },
  {
    key: 'gave-up',
    models: ['value-added-alliance', 'municipal-corporation', 'standards-dealer'],
    parts: {
      name: 'People who gave up on the way',
      value: 'For those who needed us and went away: that their leaving is noticed and its cause removed.',
      definition:
        'Counted is a person who began, was entitled, and did not finish without saying that the need had gone. People who found help elsewhere and told us so do not count.',
      formula: 'people who left before the end / people who began × 100',
      source: 'Case records; one call to each person who left, asking for the reason in their words.',
      limits:
        'Cannot see those who never came. It could be gamed by a late start of the count: a case begins with the first contact, not with the first form.',
    },
    unit: '%',
    direction: 'down',
    cadence: 'P3M',
  },
]
