import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { dragObject, dragWords } from './support/drag.ts'
import { keepPicturesIfWanted } from './support/looks.ts'
import type { Person } from './support/person.ts'
import { faultsOfEveryLook } from './support/serious-findings.ts'
import { useStage } from './support/stage.ts'

const PATIENCE = { timeout: 20_000 }

/** Each look at the page, checked, and kept as a picture where pictures are wanted. */
async function looksRight(page: Page, name: string) {
  await keepPicturesIfWanted(page, name)
  expect(await faultsOfEveryLook(page)).toEqual([])
}

/** All that the two write in their three days; nothing of it may be missing in the end. */
const WRITTEN = [
  '(Ada, Monday)',
  '(Ben, Monday)',
  'and affordable',
  '(Ada, Tuesday)',
  'with a delivery note',
  'ada@skarvoy.example',
  'ben@skarvoy.example',
  '(Ben, Wednesday)',
  '(Ada, Wednesday)',
  '(Ada: in writing)',
]

describe('two partners write apart for three days and review what their merge did', () => {
  const stage = useStage()
  let ada: Person
  let ben: Person
  let agreement = ''

  beforeAll(async () => {
    ada = await stage.arrive('Ada', { installs: false })
    ben = await stage.arrive('Ben')
  })
  const both = (work: (person: Person) => Promise<unknown>) => Promise.all([ada, ben].map(work))

  const setContact = async ({ page }: Person, contact: string) => {
    await page
      .getByRole('button', { name: /^Contact: / })
      .first()
      .click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(contact)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  }

  const removeParagraph = async (person: Person, words: string) => {
    const { page } = person
    await person.caretAfter(words)
    await page
      .getByLabel('Text of the agreement')
      .locator('p', { hasText: words })
      .first()
      .click({ clickCount: 3 })
    await page.keyboard.press('Delete')
    await page.keyboard.press('Backspace')
  }

  it('they share an agreement, and the network goes', async () => {
    agreement = await ada.startsWithSample()
    await ben.follows(await ada.shares())
    await ben.seesText('Purpose')
    await ben.seesStatus('saved-for-everyone')
    await ben.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await both(person => person.wire.cut())
    await both(person => person.seesStatus('offline'))
  })

  it('on Monday each writes in clauses of their own and in one that both care about', async () => {
    await ada.typeAfter('except as this agreement allows.', ' (Ada, Monday)')
    await ada.typeAfter('fresh, on time', ' and affordable')
    await ben.typeAfter('grew or caught it.', ' (Ben, Monday)')
    await ben.typeAfter('handed to a person', ' with a delivery note')
    await both(person => person.seesStatus('offline'))
    await both(person => person.sleepUntilTomorrow())
  })

  it('on Tuesday Ben opens his laptop again, and both set one field', async () => {
    await ben.closeBrowser()
    await ben.openBrowser()
    await ben.page.goto(ben.here(`http://x${agreement}`))
    await ben.seesText('(Ben, Monday)')
    await setContact(ben, 'ben@skarvoy.example')
    await setContact(ada, 'ada@skarvoy.example')
    await ada.typeAfter('with a temperature log', ' (Ada, Tuesday)')
    await both(person => person.seesStatus('offline'))
  })

  it('each drags what the other has written in: Ada a step of the service, Ben words', async () => {
    await dragObject(
      ada,
      ada.page.getByRole('button', { name: /^Step 3: move/ }),
      'A step is complete when the party',
    )
    const isMoved = async () => {
      const text = await ada.text()
      return text.indexOf('handed to a person') < text.indexOf('A step is complete')
    }
    await expect.poll(isMoved, PATIENCE).toBe(true)
    await dragWords(ben, 'at no more than 4 °C, with a temperature log for each, ', 'complete with addresses')
    await expect.poll(() => ben.text(), PATIENCE).toMatch(/complete with addresses ?at no more than 4 °C/)
    await both(person => person.seesStatus('offline'))
    await both(person => person.sleepUntilTomorrow())
  })

  it('on Wednesday Ben removes a paragraph in which Ada has written on Monday', async () => {
    await removeParagraph(ben, 'None of them may bind another')
    expect(await ben.text()).not.toContain('stay independent businesses')
    await ben.typeAfter('the money back, or a reason.', ' (Ben, Wednesday)')
    await ada.typeAfter('An answer to every client', ' (Ada: in writing)')
    await ada.typeAfter('owned by the riders who do so.', ' (Ada, Wednesday)')
    await both(person => person.seesStatus('offline'))
    expect(await ben.page.evaluate(() => Date.now() - performance.timeOrigin)).toBeGreaterThan(86_400_000)
  })

  it('both are told of the same points when the changes meet', async () => {
    await ada.wire.restore()
    await ada.seesStatus('saved-for-everyone')
    await ben.wire.restore()
    await both(async ({ page }) => {
      await page.getByText(/\d+ points are worth a look/).waitFor()
    })
    const told = await Promise.all(
      [ada, ben].map(({ page }) => page.getByText(/points are worth a look/).textContent()),
    )
    expect(told[0]).toBe(told[1])
    expect(await ada.text()).not.toContain('(Ada, Monday)')
    await ada.page.getByRole('tab', { name: /^Readiness/ }).click()
    await ada.page.getByText(/points of merges are not reviewed/).waitFor()
  })

  it('Ben puts lost words back, takes the other value and accepts the rest, all by the keyboard', async () => {
    const { page } = ben
    const press = async (name: RegExp) => {
      await ben.tabTo(name)
      await page.keyboard.press('Enter')
    }
    await press(/^Review the merge$/)
    await page.getByRole('heading', { name: 'You came back with offline changes' }).waitFor()
    await page.getByText('(Ada, Monday)', { exact: false }).first().waitFor()
    await looksRight(page, 'review')
    const restore = page.getByRole('button', { name: 'Put it back' })
    for (let left = await restore.count(); left > 0; left--) {
      await press(/^Put it back$/)
      await expect.poll(() => restore.count(), PATIENCE).toBeLessThan(left)
    }
    await press(/^Take “/)
    await page.getByText('The other value taken by Ben', { exact: false }).waitFor()
    await press(/^Accept all as it stands/)
    await page.getByRole('dialog').waitFor()
    await looksRight(page, 'accept-all')
    await press(/^Accept them$/)
    await page.getByText('Accepted as it is by Ben', { exact: false }).first().waitFor()
  })

  it('Ada sees who settled what, acknowledges the changed term by name, and nothing is left', async () => {
    const { page } = ada
    await page.goto(`${ada.wire.url}${agreement}/merges`)
    await page.getByRole('heading', { name: 'Ben came back with offline changes' }).waitFor()
    await page.getByText('Put back by Ben', { exact: false }).first().waitFor()
    const acknowledge = page.getByRole('button', { name: 'Acknowledge as Ada' })
    await page.getByText('The contact of', { exact: false }).first().waitFor()
    await acknowledge.first().waitFor()
    for (let left = await acknowledge.count(); left > 0; left--) {
      await ada.tabTo(/^Acknowledge as Ada$/)
      await page.keyboard.press('Enter')
      await expect.poll(() => acknowledge.count(), PATIENCE).toBeLessThan(left)
    }
    await both(person => person.page.getByText('Everything is settled.', { exact: false }).waitFor())
    await page.getByRole('button', { name: 'Show the merge that is settled' }).click()
    await page.getByText('Acknowledged by Ada', { exact: false }).first().waitFor()
    await looksRight(page, 'settled')
  })

  it('every word that either wrote in the three days is in the text or among the points, on both sides', async () => {
    await both(async ({ page }) => {
      await page.getByRole('link', { name: 'Text', exact: true }).click()
    })
    const adas = await ada.text()
    // Numbers of steps are counted anew a moment after the text came to rest.
    await expect.poll(async () => (await ben.text()) === (await ada.text()), PATIENCE).toBe(true)
    const missing = WRITTEN.filter(words => !adas.includes(words.trim()))
    // Of two values of one field one stands; the other is kept in the point that Ben settled.
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatch(/@skarvoy/)
  })

  it('what was put back can be undone like any other edit', async () => {
    const { page } = ben
    const text = page.getByLabel('Text of the agreement')
    // While another view covers the text it takes no focus.
    await expect
      .poll(async () => {
        await text.focus()
        return text.evaluate(element => element === document.activeElement)
      })
      .toBe(true)
    // What was put back and the value that was taken, whatever else stands before them.
    for (let undo = 0; undo < 6; undo++) await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => ada.text(), PATIENCE).not.toContain('(Ada, Monday)')
  })

  it('nothing went wrong on either page', () => {
    expect([...ada.errors, ...ben.errors]).toEqual([])
  })
})
