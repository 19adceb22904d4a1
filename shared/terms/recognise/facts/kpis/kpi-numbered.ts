/** `KPI 4 (waiting time): `, `Indicator 1.3 - `: what numbers a measure and is no part of its name. */
export const NUMBERED =
  /^(?:kpi|indicator|measure|outcome|output|objective|goal|target|result|metric|service level)\s?[\d.]+[a-z]?(?: \([^)]*\))?\s?[-:.)]\s?/i
