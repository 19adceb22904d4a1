import { describe, expect, it } from 'vitest'
import { filterGroups, objectGroups } from '../../../client/outline/object-groups.ts'
import { sampleAgreement } from '../../../shared/agreement/templates/template-for.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'

const { title, body } = sampleAgreement()
const terms = extractTerms(body, title)
const groups = objectGroups(terms)

describe('the objects of a text as lists', () => {
  it('name every object of every kind, each with its block', () => {
    expect(groups.map(group => [group.title, group.entries.length > 0])).toEqual(
      ['Parties', 'Shares', 'Chain of service', 'Roles', 'KPIs', 'Obligations', 'Reviews', 'Dates'].map(
        name => [name, true],
      ),
    )
    const blocks = groups.flatMap(group => group.entries.map(({ blockId }) => blockId))
    for (const list of [terms.parties, terms.shares, terms.steps, terms.kpis, terms.obligations])
      for (const { blockId } of list) expect(blocks).toContain(blockId)
    for (const { entries } of groups) {
      expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
      for (const { name } of entries) expect(name).not.toBe('')
    }
  })

  it('are found by every word, also by the kind', () => {
    const found = filterGroups(groups, ' kpi  NOON ')
    expect(found.flatMap(({ entries }) => entries.map(({ name }) => name))).toEqual([
      'Boxes at the door by noon',
    ])
    expect(filterGroups(groups, 'parties').map(({ title }) => title)).toContain('Parties')
    expect(filterGroups(groups, 'no such thing')).toEqual([])
    expect(filterGroups(groups, '  ')).toBe(groups)
  })

  it('leave out what there is none of', () => {
    expect(objectGroups(extractTerms({ type: 'doc', content: [] }, ''))).toEqual([])
  })
})
