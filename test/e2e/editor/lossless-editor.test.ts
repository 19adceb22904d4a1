import { expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  BODY_FRAGMENT,
  META_MAP,
  META_SCHEMA_VERSION,
  SCHEMA_VERSION,
} from '../../../shared/document/node-types.ts'
import { newerText, ODD_BLOCKS, oddBlockOf } from '../../client/editor/newer-text.ts'
import type { Literal } from '../../client/editor/y-literal.ts'
import { type EditorStory, withEditor } from './editor-story.ts'

const openEditor = withEditor()
let ada: EditorStory

/** The text that a newer client holds, before and after what the older one sends. */
function newerClient(literal: Literal, schemaVersion: number | null = null) {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, newerText(literal))
  if (schemaVersion !== null) doc.getMap(META_MAP).set(META_SCHEMA_VERSION, schemaVersion)
  const before = oddBlockOf(doc)
  const receive = (updates: readonly string[]) => {
    for (const update of updates) Y.applyUpdate(doc, new Uint8Array(Buffer.from(update, 'base64')))
  }
  return { doc, before, receive, bytes: Y.encodeStateAsUpdate(doc) }
}

/** One of each sort in a real browser; `lossless-body.test.ts` has them all. */
const MET = [
  'an unknown block',
  'an unknown object in a line',
  'an unknown mark',
  'an unknown attribute of a known block',
  'content in the wrong place',
  'an embedded thing in a text',
] as const

it.each(MET)(
  'an older editor meets %s: it is shown, kept through every edit, and not deleted',
  async name => {
    const newer = newerClient(ODD_BLOCKS[name])
    ada = await openEditor(newer.bytes, { editable: false })
    await ada.text.click()
    await ada.press('Control+a', 'Delete')
    await ada.type('x')
    await ada.page.evaluate(() => window.lab.editor()?.commands.insertContentAt(1, 'by script'))
    expect(await ada.sent()).toEqual([])

    await ada.page.evaluate(() => window.lab.setEditable(true))
    await ada.page.getByText('written with a newer version of Parley').first().waitFor()
    await ada.caretAfter('just before')
    await ada.type(' it')
    await ada.caretAfter('just after')
    await ada.press('Control+Alt+2')
    await ada.press('Control+a', 'Delete')
    await ada.page.getByText('it cannot be changed or deleted here').waitFor()
    await ada.press('Control+a', 'Control+b')
    newer.receive(await ada.sent())
    const fragment = newer.doc.getXmlFragment(BODY_FRAGMENT)
    expect(oddBlockOf(newer.doc).split('\n')).toContain(newer.before)
    expect(fragment.length).toBe(5)
    expect(fragment.toJSON()).toContain('just before it')
    expect(await ada.text.getByText('just after').count()).toBe(1)
  },
)

it('shows a text of a newer version read-only, also when it becomes so while it is open', async () => {
  const newer = newerClient(ODD_BLOCKS['an unknown mark'])
  ada = await openEditor(newer.bytes)
  await ada.page.getByRole('toolbar', { name: 'Editing' }).waitFor()
  const { doc } = newer
  doc.getMap(META_MAP).set(META_SCHEMA_VERSION, SCHEMA_VERSION + 1)
  await ada.page.evaluate(
    update => window.lab.receive(update),
    Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'),
  )
  await ada.page.getByRole('document', { name: 'Text of the agreement' }).waitFor()
  expect(await ada.page.getByRole('toolbar').count()).toBe(0)
  await ada.text.click()
  await ada.type('typed')
  expect(await ada.sent()).toEqual([])
})

it('does not take what a newer client put into my block along when I undo making it', async () => {
  const newer = newerClient(ODD_BLOCKS['an unknown block'])
  ada = await openEditor(newer.bytes)
  await ada.caretAfter('just before')
  await ada.press('Enter')
  await ada.type('mine')
  newer.receive(await ada.sent())
  const blocks = newer.doc.getXmlFragment(BODY_FRAGMENT).toArray()
  const mine = blocks.find(block => block.toString().includes('mine'))
  if (!(mine instanceof Y.XmlElement)) throw new Error('my block did not arrive')
  const formula = new Y.XmlElement('formula')
  mine.insert(1, [formula])
  await ada.page.evaluate(
    update => window.lab.receive(update),
    Buffer.from(Y.encodeStateAsUpdate(newer.doc)).toString('base64'),
  )
  await ada.press('Control+z', 'Control+z', 'Control+z')
  newer.receive(await ada.sent())
  expect(newer.doc.getXmlFragment(BODY_FRAGMENT).toString()).toContain('<formula>')
})
