import type { Locator } from 'playwright-core'
import type { Person } from './person.ts'

/** Drags an object by its label to above the line that holds the words. */
export async function dragObject({ page }: Person, label: Locator, above: string): Promise<void> {
  const line = page.getByLabel('Text of the agreement').getByText(above).first()
  await line.evaluate(element => element.scrollIntoView({ block: 'center' }))
  const [from, to] = [await label.boundingBox(), await line.boundingBox()]
  if (!from || !to) throw new Error('What is to be dragged, and where to, is not shown')
  const { mouse } = page
  await mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await mouse.down()
  await mouse.move(to.x + 20, to.y - 6, { steps: 5 })
  await mouse.move(to.x + 20, to.y - 2)
  await mouse.up()
}

/** Drags words, which are selected, to behind other words near by. */
export async function dragWords({ page }: Person, words: string, behind: string): Promise<void> {
  const places = await page.getByLabel('Text of the agreement').evaluate(
    (root, [dragged, target]) => {
      const rangeOf = (needle: string) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const start = node.textContent?.indexOf(needle) ?? -1
          if (start < 0) continue
          const range = document.createRange()
          range.setStart(node, start)
          range.setEnd(node, start + needle.length)
          return range
        }
        throw new Error(`The text does not hold "${needle}"`)
      }
      const from = rangeOf(dragged)
      from.startContainer.parentElement?.scrollIntoView({ block: 'center' })
      getSelection()?.setBaseAndExtent(
        from.startContainer,
        from.startOffset,
        from.endContainer,
        from.endOffset,
      )
      document.dispatchEvent(new Event('selectionchange'))
      const [first] = from.getClientRects()
      const last = [...rangeOf(target).getClientRects()].at(-1)
      return first && last
        ? [
            { x: first.left + 20, y: first.top + first.height / 2 },
            { x: last.right - 1, y: last.top + last.height / 2 },
          ]
        : []
    },
    [words, behind] as const,
  )
  const [from, to] = places
  if (!from || !to) throw new Error('What is to be dragged, and where to, is not shown')
  const { mouse } = page
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(from.x + 12, from.y + 3, { steps: 3 })
  await mouse.move(to.x, to.y, { steps: 5 })
  await mouse.up()
}
