import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex } from '../../../shared/sealing/bytes.ts'
import { canonicalJson } from '../../../shared/sealing/canonical-json.ts'
import { fingerprintOf, statementDigest } from '../../../shared/sealing/fingerprint.ts'
import type { Manifest } from '../../../shared/sealing/manifest.ts'
import { parseManifest } from '../../../shared/sealing/parse-manifest.ts'
import { ADA, cryptoPort, manifestOf, statementOf } from './fixture.ts'
import { leafPaths, withChangedLeaf } from './leaves.ts'

/** Never to be changed: what was signed once must verify for ever. */
const GOLDEN_FINGERPRINT = 'f24cb1ab8d479ef95d700b0cc39c9629a7316a08ed316573cbeaf45099e402a8'
const GOLDEN_STATEMENT_DIGEST = 'b6903d0a24fae135c261a03c5888ba9560a8755cef395b17192d8c47473ce1fb'
const golden = readFileSync(new URL('golden/manifest.jcs', import.meta.url))
const goldenManifest = JSON.parse(golden.toString('utf8')) as Manifest

describe('the golden manifest', () => {
  it('is written with exactly these bytes', () => {
    expect(Buffer.from(canonicalJson(goldenManifest)).equals(golden)).toBe(true)
    expect(parseManifest(goldenManifest)).toEqual({ ok: true, value: goldenManifest })
  })

  it('has the pinned fingerprint, which is the SHA-256 of its file', async () => {
    expect(await fingerprintOf(goldenManifest, cryptoPort)).toBe(GOLDEN_FINGERPRINT)
    expect(toHex(await cryptoPort.sha256(golden))).toBe(GOLDEN_FINGERPRINT)
  })
})

describe('the golden statement', () => {
  const statement = statementOf(goldenManifest, 'ab'.repeat(32), ADA)

  it('is written with exactly these bytes and has the pinned digest', async () => {
    expect(canonicalJson(statement)).toBe(
      '{"agreementId":"agreement00000000001","capacity":"Managing director","fingerprint":"abababababababababababababababababababababababababababababababab","intent":"I have read it and sign for Nordlicht Energie eG.","nonce":"AAECAwQFBgcICQoLDA0ODw","party":{"id":"nordlicht0000000000a","name":"Nordlicht Energie eG"},"signatory":{"email":"ada@nordlicht.example","memberId":"ada0000000000000000a","name":"Ada Lund"},"time":"2026-11-23T10:20:30.000Z","type":"parley-signature/1","version":2}',
    )
    expect(toHex(await statementDigest(statement, cryptoPort))).toBe(GOLDEN_STATEMENT_DIGEST)
  })
})

describe('a fingerprint', () => {
  it('changes with any leaf of the manifest', async () => {
    const manifest = manifestOf()
    const fingerprint = await fingerprintOf(manifest, cryptoPort)
    const paths = leafPaths(manifest)
    expect(paths.length).toBeGreaterThan(60)
    const others = await Promise.all(
      paths.map(path => fingerprintOf(withChangedLeaf(manifest, path), cryptoPort)),
    )
    expect(others).not.toContain(fingerprint)
    expect(new Set(others).size).toBe(others.length)
  })

  it('changes with any text, and does not depend on the order of names', async () => {
    const withText = (text: string) =>
      manifestOf({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), async (a, b) => {
        const [one, other] = await Promise.all([
          fingerprintOf(withText(a), cryptoPort),
          fingerprintOf(withText(b), cryptoPort),
        ])
        expect(one === other).toBe(a === b)
        const reordered = Object.fromEntries(Object.entries(withText(a)).reverse()) as unknown as Manifest
        expect(await fingerprintOf(reordered, cryptoPort)).toBe(one)
      }),
      { numRuns: 50 },
    )
  })
})
