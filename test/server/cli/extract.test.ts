import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textTerms } from '../../../shared/terms/text-terms.ts'
import { docx } from '../../shared/word/small-docx.ts'
import { runCli } from '../../support/run-cli.ts'
import { SHORT_AGREEMENT } from '../../support/short-agreement.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-extract-'))
  await mkdir(join(folder, 'many'))
  await writeFile(join(folder, 'catering.txt'), SHORT_AGREEMENT)
  await writeFile(join(folder, 'picture.txt'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]))
  await writeFile(join(folder, 'many', 'b.md'), `# Supply Agreement\n\n${SHORT_AGREEMENT}`)
  await writeFile(join(folder, 'many', 'a.txt'), SHORT_AGREEMENT.replace('Oregon', 'Ohio'))
  await writeFile(join(folder, 'many', 'photo.jpg'), 'x')
})
afterAll(() => rm(folder, { recursive: true }))

const run = (...args: readonly string[]) => runCli('extract.ts', folder, args)

describe('npm run extract', () => {
  it('gives the terms of one file as the service gives them', async () => {
    const { code, out, err } = await run('catering.txt')
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(textTerms(SHORT_AGREEMENT))))
  })

  it('reads the texts of a folder, says which file could not be read, and goes on', async () => {
    const { code, out, err } = await run('many', 'picture.txt', 'gone.txt')
    expect(code).toBe(1)
    const law = (terms: { facts: { kind: string; text: string }[] }) =>
      terms.facts.find(fact => fact.kind === 'governing-law')?.text
    const list = JSON.parse(out)
    expect(list.map((one: { file: string }) => one.file)).toEqual(['many/a.txt', 'many/b.md'])
    expect(list.map(law)).toEqual([expect.stringContaining('Ohio'), expect.stringContaining('Oregon')])
    expect(err).toContain('picture.txt: This is')
    expect(err).toContain('gone.txt: there is no such file')
    expect(err).toContain('2 files read, 2 could not be')
  })

  it('reads a Word file without what is only proposed in it, and gives the text in which the places count', async () => {
    const who = 'w:id="1" w:author="Eve" w:date="2026-03-01T09:30:00Z"'
    const words = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
    const law = `<w:del ${who}><w:r><w:delText>Ohio</w:delText></w:r></w:del><w:ins ${who}>${words('Oregon')}</w:ins>`
    await writeFile(
      join(folder, 'draft.docx'),
      docx(
        `<w:p>${words('1. Law')}</w:p><w:p>${words('This Agreement is governed by the laws of the State of ')}${law}.</w:p>`,
      ),
    )
    const { code, out, err } = await run('draft.docx')
    expect([code, err]).toEqual([0, ''])
    const { text, facts } = JSON.parse(out)
    const found = facts.find((fact: { kind: string }) => fact.kind === 'governing-law')
    expect(found.text).toContain('Ohio')
    expect(text.slice(found.start, found.end)).toBe(found.text)
    expect(text).not.toContain('Oregon')
  })

  it('writes a table to a file', async () => {
    const { code, out } = await run('--csv', '--out', 'all.csv', 'catering.txt', 'many/a.txt')
    expect([code, out]).toEqual([0, ''])
    const lines = (await readFile(join(folder, 'all.csv'), 'utf8')).split('\r\n')
    expect(lines.filter(line => line.includes(',fact,governing-law,'))).toHaveLength(2)
    expect(lines.filter(line => line.startsWith('file,'))).toHaveLength(1)
  })

  it.each([[[]], [['--xml', 'catering.txt']], [['--out']]])('explains itself to %j', async args => {
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err).toContain('npm run extract')
  })
})
