import * as Y from 'yjs'

export type Literal =
  | {
      readonly name: string
      readonly attrs?: Readonly<Record<string, unknown>>
      readonly children?: readonly Literal[]
    }
  | { readonly text: string; readonly marks?: Readonly<Record<string, unknown>> }
  | { readonly embed: object }
  | { readonly hook: string }

/** Yjs types for a literal. */
export function toBlockTypesOf(literal: Literal): Y.XmlElement | Y.XmlText {
  if ('hook' in literal) return new Y.XmlHook(literal.hook) as unknown as Y.XmlElement
  if ('embed' in literal) {
    const text = new Y.XmlText()
    text.applyDelta([{ insert: 'before ' }, { insert: literal.embed }, { insert: ' after' }])
    return text
  }
  if ('text' in literal) {
    const text = new Y.XmlText()
    text.applyDelta([{ insert: literal.text, attributes: literal.marks ?? {} }])
    return text
  }
  const element = new Y.XmlElement(literal.name)
  for (const [key, value] of Object.entries(literal.attrs ?? {})) element.setAttribute(key, value as string)
  element.insert(0, (literal.children ?? []).map(toBlockTypesOf))
  return element
}
