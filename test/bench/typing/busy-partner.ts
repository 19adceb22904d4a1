import * as Y from 'yjs'
import { SeededRandom } from '../../support/seeded-random.ts'

export const REMOTE_EVERY_MS = 200

/** Somebody who adds a few letters to some paragraph of a text, over and over; gives the way to stop. */
export function startWriting(doc: Y.Doc): () => void {
  const random = new SeededRandom(11)
  const blocks = doc.getXmlFragment('body')
  const timer = setInterval(() => {
    const block = blocks.get(random.int(blocks.length))
    const text = block instanceof Y.XmlElement ? block.get(0) : null
    if (text instanceof Y.XmlText) text.insert(random.int(text.length), 'zz')
  }, REMOTE_EVERY_MS)
  return () => clearInterval(timer)
}
