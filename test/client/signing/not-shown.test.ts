import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { notShown, SHOWN_MARKS, SHOWN_NODES } from '../../../client/signing/not-shown.ts'
import { schemaExtensions } from '../../../shared/document/schema.ts'

const schema = getSchema(schemaExtensions)
const attributesOf = (
  specs: Readonly<Record<string, { readonly spec: { readonly attrs?: object | null } }>>,
) =>
  Object.fromEntries(
    Object.entries(specs).map(([name, { spec }]) => [name, Object.keys(spec.attrs ?? {}).sort()]),
  )
const sorted = (shown: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(shown).map(([name, attributes]) => [name, [...attributes].sort()]))

describe('what the page of a sealed version shows', () => {
  it('is everything that the schema has: whoever adds to the schema has to add to the page', () => {
    expect(sorted(SHOWN_NODES)).toEqual(attributesOf(schema.nodes))
    expect(sorted(SHOWN_MARKS)).toEqual(attributesOf(schema.marks))
  })

  it('takes no account of attributes that are null, and names each unknown kind once', () => {
    const text = { type: 'text', text: 'x', marks: [{ type: 'bold', attrs: { color: 'white' } }] }
    expect(
      notShown({
        type: 'doc',
        content: [
          { type: 'paragraph', attrs: { id: null, future: null }, content: [text, text] },
          { type: 'constructor' },
        ],
      }),
    ).toEqual(['bold.color', 'constructor'])
  })
})
