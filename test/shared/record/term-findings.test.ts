import { expect, it } from 'vitest'
import type { View } from '../../../shared/record/merge/merge-sides.ts'
import { termFindings } from '../../../shared/record/merge/term-findings.ts'

/** An obligation whose wording is longer than what a sentence about it would quote. */
const LONG = `The Carrier delivers each box to the door of the client, ${'on the day and in the hours that the parties have agreed for the round in question, '.repeat(4)}`

const read = (endings: Readonly<Record<View, string>>) => (view: View) => ({
  type: 'doc' as const,
  content: [
    {
      type: 'obligation',
      attrs: { id: 'o' },
      content: [{ type: 'text', text: `${LONG}${endings[view]}` }],
    },
  ],
})

it('shows the whole of what a KPI is worth', () => {
  const bodies = (view: View) => ({
    type: 'doc' as const,
    content: [
      {
        type: 'kpi',
        attrs: { id: 'k' },
        content: [
          { type: 'kpiPart', attrs: { part: 'value' }, content: [{ type: 'text', text: `${LONG}${view}` }] },
        ],
      },
    ],
  })
  const [finding] = termFindings(bodies)
  expect(finding?.mine).toBe(`“${LONG}mine”`)
  expect(finding?.merged).toBe(`“${LONG}merged”`)
})

it('shows the whole wording of a changed term, also where it differs at its end', () => {
  const endings = {
    base: 'every day.',
    mine: 'every Monday.',
    theirs: 'every day, at no cost.',
    merged: 'every Monday, at no cost.',
  }
  const [finding] = termFindings(read(endings))
  expect(finding).toMatchObject({
    base: `“${LONG}${endings.base}”`,
    mine: `“${LONG}${endings.mine}”`,
    theirs: `“${LONG}${endings.theirs}”`,
    merged: `“${LONG}${endings.merged}”`,
  })
})
