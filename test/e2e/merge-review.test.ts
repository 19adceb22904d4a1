import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { keepPicturesIfWanted } from './support/looks.ts'
import type { Person } from './support/person.ts'
import { faultsOfEveryLook } from './support/serious-findings.ts'
import { useStage } from './support/stage.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Each look at the page, checked, and kept as a picture where pictures are wanted. */
async function looksRight(page: Page, name: string) {
  await keepPicturesIfWanted(page, name)
  expect(await faultsOfEveryLook(page)).toEqual([])
}

describe('two partners write apart for three days and review what their merge did', () => {
  const stage = useStage()
  let ada: Person
  let ben: Person
  let agreement = ''

  beforeAll(async () => {
    ada = await stage.arrive('Ada', { installs: false })
    ben = await stage.arrive('Ben', { installs: false })
  })
  /** Their clock jumps ahead; what runs by the clock goes on. */
  const sleepUntilTomorrow = (person: Person) =>
    person.page.evaluate(ms => {
      const before = Date.now.bind(Date)
      Date.now = () => before() + ms
    }, DAY_MS)

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
    await page.keyboard.press('Home')
    await page
      .getByLabel('Text of the agreement')
      .locator('p', { hasText: words })
      .first()
      .click({ clickCount: 3 })
    await page.keyboard.press('Delete')
    await page.keyboard.press('Backspace')
  }

  it('they share an agreement', async () => {
    agreement = await ada.starts(/^Consortium/, 'Valley deliveries')
    await ada.seesText('Purpose')
    await ben.follows(await ada.shares())
    await ben.seesText('Purpose')
    await ben.seesStatus('saved-for-everyone')
  })

  it('each works for three days without a network', async () => {
    await Promise.all([ada.wire.cut(), ben.wire.cut()])
    for (const person of [ada, ben]) await person.seesStatus('offline')
    await ben.typeAfter('remains an independent business', ' with books of its own')
    await ada.typeAfter('gets the skills of all of them', ' (Ada, first day)')
    await Promise.all([ada, ben].map(sleepUntilTomorrow))
    await setContact(ben, 'ben@lead.example')
    await setContact(ada, 'ada@lead.example')
    await Promise.all([ada, ben].map(sleepUntilTomorrow))
    await ben.typeAfter('treat the parties fairly', ' and openly')
    await removeParagraph(ada, 'remains an independent business')
    for (const person of [ada, ben]) await person.seesStatus('offline')
    expect(await ada.text()).not.toContain('independent business')
  })

  it('both are told of the same points when the changes meet', async () => {
    await ada.wire.restore()
    await ada.seesStatus('saved-for-everyone')
    await ben.wire.restore()
    for (const person of [ada, ben]) {
      await person.page.getByText('3 points are worth a look', { exact: false }).waitFor()
      expect(await person.text()).not.toContain('with books of its own')
    }
    await ada.page.getByRole('tab', { name: /^Readiness/ }).click()
    await ada.page.getByText('3 points of merges are not reviewed.').waitFor()
  })

  it('Ben puts the lost words back and takes the other value, by the keyboard', async () => {
    const { page } = ben
    await page.getByRole('button', { name: 'Review the merge' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'You came back with offline changes' }).waitFor()
    await page.getByText('with books of its own', { exact: false }).first().waitFor()
    await looksRight(page, 'review')
    const press = async (name: string | RegExp) => {
      await page.getByRole('button', { name }).first().focus()
      await page.keyboard.press('Enter')
    }
    await press('Put it back')
    await page.getByText('Put back by Ben', { exact: false }).waitFor()
    await press(/^Take “/)
    await page.getByText('The other value taken by Ben', { exact: false }).waitFor()
    for (const person of [ada, ben])
      await expect
        .poll(() => person.text())
        .toContain('remains an independent business with books of its own')
  })

  it('Ada sees who settled what, acknowledges the changed term by name, and nothing is left', async () => {
    const { page } = ada
    await page.goto(`${ada.wire.url}${agreement}/merges`)
    await page.getByRole('heading', { name: 'Ben came back with offline changes' }).waitFor()
    await page.getByText('Put back by Ben', { exact: false }).waitFor()
    await page.getByText('The contact of the party', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: 'Acknowledge as Ada' }).click()
    for (const person of [ada, ben])
      await person.page.getByText('Everything is settled.', { exact: false }).waitFor()
    await looksRight(page, 'settled')
  })

  it('what was put back can be undone like any other edit', async () => {
    const { page } = ben
    await page.getByRole('link', { name: 'Text', exact: true }).click()
    const text = page.getByLabel('Text of the agreement')
    // While another view covers the text it takes no focus.
    await expect
      .poll(async () => {
        await text.focus()
        return text.evaluate(element => element === document.activeElement)
      })
      .toBe(true)
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => ada.text()).not.toContain('independent business')
  })

  it('nothing went wrong on either page', () => {
    expect([...ada.errors, ...ben.errors]).toEqual([])
  })
})
