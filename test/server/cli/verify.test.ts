import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/sealing/canonical-json.ts'
import { manifestOf } from '../../shared/sealing/fixture.ts'
import { newSealKey, signedPdf } from '../../shared/sealing/sealed-pdf.ts'
import { signedByBoth } from '../../shared/sealing/signers.ts'
import { runCli } from '../../support/run-cli.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-verify-'))
  const manifest = manifestOf()
  const signatures = await signedByBoth(manifest)
  const pdf = await signedPdf(manifest, signatures, await newSealKey())
  const tampered = pdf.slice()
  tampered[Math.floor(pdf.length / 2)] = (tampered[Math.floor(pdf.length / 2)] ?? 0) ^ 1
  const files = {
    'signed.pdf': pdf,
    'tampered.pdf': tampered,
    'manifest.json': canonicalJson(manifest),
    // As somebody might save it again: order and white space of JSON carry no meaning.
    'pretty.json': JSON.stringify(signatures, null, 2),
    'awaited.json': canonicalJson({ ...signatures, signatures: [] }),
    'letter.txt': 'Dear Ada,',
  }
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)))
})
afterAll(() => rm(folder, { recursive: true }))

const run = (...args: readonly string[]) => runCli('verify.ts', folder, args)

describe('npm run verify', () => {
  it('accepts a signed PDF and says who signed for whom', async () => {
    const { code, out } = await run('signed.pdf')
    expect(out).toContain('VALID. Everyone has signed')
    expect(out).toContain('Ada Lund <ada@nordlicht.example> for Nordlicht Energie eG as Managing director')
    expect(out).toContain('What this does not prove')
    expect(code).toBe(0)
  })

  it('accepts the two JSON files in either order and however they are laid out', async () => {
    expect((await run('manifest.json', 'pretty.json')).code).toBe(0)
    expect((await run('pretty.json', 'manifest.json')).code).toBe(0)
  })

  it.each([
    ['a PDF with one changed byte', ['tampered.pdf'], 'NOT VALID'],
    ['signatures that are missing', ['manifest.json', 'awaited.json'], 'INCOMPLETE'],
    ['one file of the two', ['manifest.json'], 'signatures.json is missing'],
    ['the same file twice', ['manifest.json', 'manifest.json'], 'signatures.json is missing'],
    ['a file of another kind', ['letter.txt'], 'letter.txt is neither a PDF nor JSON text'],
  ])('ends with 1 on %s', async (_, args, words) => {
    const { code, out } = await run(...args)
    expect(out).toContain(words)
    expect(code).toBe(1)
  })

  it.each([
    ['no file', []],
    ['three files', ['signed.pdf', 'manifest.json', 'pretty.json']],
    ['an option', ['--help']],
    ['a file that is not there', ['nowhere.pdf']],
    ['a folder', ['.']],
  ])('ends with 2 on %s and says what to do', async (_, args) => {
    const { code, out, err } = await run(...args)
    expect(err).toMatch(/npm run verify -- signed\.pdf|There is no file/)
    expect(out).toBe('')
    expect(code).toBe(2)
  })
})
