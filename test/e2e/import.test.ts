import { beforeAll, describe, expect, it } from 'vitest'
import { docx, PART } from '../shared/word/small-docx.ts'
import { keepPicturesIfWanted } from './support/looks.ts'
import type { Person } from './support/person.ts'
import { seriousFindings } from './support/serious-findings.ts'
import { useStage } from './support/stage.ts'

const PATIENCE = { timeout: 20_000 }
const WHO = 'w:author="Eve Marsh" w:date="2026-03-01T09:30:00Z"'

const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const line = (inside: string) => `<w:p>${inside}</w:p>`
const proposed = (id: number, before: string, after: string) =>
  `<w:del w:id="${id}" ${WHO}><w:r><w:delText>${before}</w:delText></w:r></w:del>` +
  `<w:ins w:id="${id + 1}" ${WHO}>${run(after)}</w:ins>`

/** Two clauses, a sentence with a proposed deletion and insertion, a comment, and a picture that is lost. */
const DRAFT = docx(
  line(run('1. Payment', '<w:b/>')) +
    line(`${run('The council pays within ')}${proposed(1, 'thirty', 'sixty')}${run(' days.')}`) +
    line(run('2. Term', '<w:b/>')) +
    line(
      `<w:commentRangeStart w:id="0"/>${run('Ten years')}<w:commentRangeEnd w:id="0"/>` +
        `<w:r><w:commentReference w:id="0"/></w:r>${run(' from the day of signature.')}`,
    ) +
    line('<w:r><w:drawing/></w:r>'),
  {
    'word/comments.xml': PART(
      'w:comments',
      `<w:comment w:id="0" ${WHO}>${line(run('Is this not too long?'))}</w:comment>`,
    ),
  },
)

describe('a Word file', () => {
  const stage = useStage()
  let ada: Person

  beforeAll(async () => {
    ada = await stage.arrive('Ada', { installs: false })
  })

  it('is shown with what it loses, becomes an agreement, and its changes are decided on by key and undone', async () => {
    const { page } = ada
    await page.goto(ada.wire.url)
    await page.getByRole('button', { name: 'Import a Word file' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import a file' })
    const chosen = dialog.locator('input[type=file]')
    await chosen.setInputFiles({ name: 'letter.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.7') })
    await dialog.getByRole('alert').waitFor()
    await chosen.setInputFiles({ name: 'supply-terms.docx', mimeType: '', buffer: Buffer.from(DRAFT) })
    await dialog.getByText('2 clauses, 2 tracked changes, 1 comment').waitFor()
    await dialog.getByText('1 picture: left out').waitFor()
    expect(await dialog.locator('del').textContent()).toBe('thirty')
    await keepPicturesIfWanted(page, 'import-preview')
    expect(await seriousFindings(page)).toEqual([])

    await dialog.getByRole('button', { name: 'Import as a new agreement' }).click()
    await ada.seesText('Ten years')
    const text = page.getByLabel('Text of the agreement')
    expect(await text.locator('del').textContent()).toBe('thirty')
    expect(await text.locator('ins').textContent()).toBe('sixty')
    await page.getByRole('tab', { name: /^Changes/ }).click()
    const changes = page.getByRole('region', { name: 'Proposed changes' })
    await page.getByText('Is this not too long?').waitFor()
    await keepPicturesIfWanted(page, 'import-changes')
    expect(await seriousFindings(page)).toEqual([])

    await changes.getByRole('button', { name: /^Delete/ }).focus()
    await page.keyboard.press('a')
    await expect.poll(() => ada.text(), PATIENCE).toContain('pays within sixty days.')
    await changes.getByText('1 proposed change').waitFor()
    // The next change has the focus, so the same hand goes on.
    await page.keyboard.press('r')
    await expect.poll(() => ada.text(), PATIENCE).toContain('pays within  days.')
    await ada.caretAfter('The council')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => ada.text(), PATIENCE).toContain('pays within thirtysixty days.')
    await page.getByRole('button', { name: 'Settle' }).click()
    await page.getByText('0 open comments').waitFor()
    expect(ada.errors).toEqual([])
  })
})
