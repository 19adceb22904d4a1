import * as Y from 'yjs'
import { BODY_FRAGMENT } from '../../shared/document/node-types.ts'
import { readTitle } from '../../shared/document/yjs-body.ts'
import type { LibraryEntry } from './library-entry.ts'

const attribute = (element: Y.XmlElement, name: string) => {
  const value: unknown = element.getAttribute(name)
  return typeof value === 'string' ? value : ''
}

/** What the library shows of a text: its title and its parties, which are top-level blocks. Cheap enough for every pause in typing. */
export function textFacts(body: Y.Doc): Pick<LibraryEntry, 'title' | 'parties'> {
  const parties = body
    .getXmlFragment(BODY_FRAGMENT)
    .toArray()
    .filter(block => block instanceof Y.XmlElement)
    .filter(block => block.nodeName === 'party')
    .map(block => ({ id: attribute(block, 'id'), name: attribute(block, 'name') }))
  return { title: readTitle(body), parties }
}
