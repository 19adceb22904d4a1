import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MODELS } from '../../../shared/agreement/models.ts'
import { templateFor } from '../../../shared/agreement/templates/template-for.ts'
import { readSentences } from '../../../shared/terms/recognise/sentences-read.ts'
import { proseText } from '../../../shared/terms/suggest/prose-blocks.ts'
import { textTerms, textTermsBeside } from '../../../shared/terms/text-terms.ts'
import { TEXT_TERMS_CSV_HEAD, textTermsCsv } from '../../../shared/terms/text-terms-csv.ts'
import { textTermsSchema } from '../../../shared/terms/text-terms-schema.ts'
import { SHORT_AGREEMENT } from '../../support/short-agreement.ts'

const terms = textTerms(SHORT_AGREEMENT)

describe('the terms of a plain text', () => {
  test('have its title, parties, facts, KPIs, obligations and clauses', () => {
    expect(terms.title).toBe('REGIONAL CATERING AGREEMENT')
    expect(terms.parties.map(({ name, shortName }) => [name, shortName])).toEqual([
      ['Northfold Kitchens, Inc.', 'Caterer'],
      ['City of Aldermere', 'City'],
    ])
    const values = terms.facts.map(({ kind, value }) => [kind, value])
    for (const fact of [
      ['agreement-date', { kind: 'date', date: '2027-03-03' }],
      ['effective-date', { kind: 'date', date: '2027-03-03' }],
      ['initial-term', { kind: 'duration', duration: 'P3Y' }],
      ['expiry', { kind: 'date', date: '2030-03-03' }],
      ['renewal-term', { kind: 'duration', duration: 'P1Y' }],
      ['renewal-notice', { kind: 'duration', duration: 'P90D' }],
      ['governing-law', { kind: 'text', text: 'Oregon' }],
      ['insurance', { kind: 'money', amount: '1000000', currency: 'USD' }],
      ['insurance', { kind: 'money', amount: '2000000', currency: 'USD' }],
      ['convenience-notice', { kind: 'duration', duration: 'P60D' }],
      ['payment-term', { kind: 'duration', duration: 'P30D' }],
      ['dispute-step', { kind: 'dispute-step', step: 'arbitration', place: 'Portland' }],
    ])
      expect(values).toContainEqual(fact)
    expect(terms.kpis.map(({ baseline, target, unit }) => [baseline, target, unit])).toEqual([
      [null, '98.5', '%'],
      ['14', '9', '%'],
    ])
    expect(terms.obligations.map(({ who }) => who)).toContain('City')
    expect(terms.clauses.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['insurance', 'termination_for_convenience']),
    )
  })

  test('fit the published schema and carry places that hold their words, on any text', () => {
    const piece = fc.constantFrom(
      ...SHORT_AGREEMENT.split(/(?<=[ ,])/),
      '“',
      '🙂',
      '\r\n',
      '\u00ad',
      '  ',
      'Page 2 of 3\n',
    )
    const texts = fc.array(piece, { maxLength: 80 }).map(pieces => pieces.join(''))
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), text => {
        const found = textTerms(text)
        expect(textTermsSchema.parse(found)).toEqual(found)
        for (const list of ['parties', 'facts', 'kpis', 'obligations', 'clauses'] as const)
          for (const one of found[list]) expect(one.text).toBe(text.slice(one.start, one.end))
      }),
      { numRuns: 60 },
    )
  })

  test('are the same with sentences read elsewhere', async () => {
    const text = [SHORT_AGREEMENT, ...MODELS.map(model => proseText(templateFor(model).body).text)].join(
      '\n\n',
    )
    const asked: string[] = []
    const found = await textTermsBeside(text, sentences => {
      asked.push(...sentences)
      return Promise.resolve(readSentences(sentences))
    })
    expect(found).toEqual(textTerms(text))
    expect(found.clauses.map(({ kind }) => kind)).toContain('insurance')
    expect(asked).toContainEqual(expect.stringContaining('Northfold Kitchens, Inc.'))
  })

  test('become a table with a line for each', () => {
    const lines = (TEXT_TERMS_CSV_HEAD + textTermsCsv('catering.txt', terms)).trimEnd().split('\r\n')
    const all = [terms.parties, terms.facts, terms.kpis, terms.obligations, terms.clauses].flat()
    expect(lines.length).toBe(1 + all.length)
    expect(lines[0]).toMatch(/^file,list,kind,name,value/)
    expect(lines).toContainEqual(expect.stringMatching(/^catering\.txt,fact,governing-law,,Oregon,/))
    expect(lines).toContainEqual(expect.stringMatching(/^catering\.txt,kpi,,food waste,14 to 9,%,/))
  })
})

test('a megabyte of one endless sentence is read in time that grows with its length only', () => {
  const text = 'the party shall pay the fee of 5 days and '.repeat(25_000)
  const started = process.cpuUsage()
  textTerms(text)
  const { user } = process.cpuUsage(started)
  expect(user / 1e6).toBeLessThan(12)
})
