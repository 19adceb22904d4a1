import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { describe, expect, it } from 'vitest'
import { attributesHold, encodeSeal, readSeal, sealAttributes } from '../../../shared/sealing/cms-seal.ts'
import { derFromRawSignature } from '../../../shared/sealing/ecdsa-signature.ts'
import { cryptoPort } from './fixture.ts'
import { newSealKey } from './sealed-pdf.ts'
import { signP256 } from './signers.ts'

const covered = new TextEncoder().encode('the bytes that are covered')

const makeSeal = async () => {
  const { pair, certificate } = await newSealKey()
  const digest = await cryptoPort.sha256(covered)
  const signedAttributes = sealAttributes(digest, await cryptoPort.sha256(certificate))
  const signature = derFromRawSignature(await signP256(pair, signedAttributes))
  return { certificate, digest, signedAttributes, signature }
}

describe('the CMS of a closing seal', () => {
  it('is one that a common CMS library reads and verifies', async () => {
    const seal = await makeSeal()
    const cms = encodeSeal(seal)
    expect(cms).not.toBeNull()
    const content = pkijs.ContentInfo.fromBER(new Uint8Array(cms ?? []))
    const signedData = new pkijs.SignedData({ schema: content.content })
    const engine = new pkijs.CryptoEngine({ name: 'node', crypto: globalThis.crypto as Crypto })
    expect(
      await signedData.verify({ signer: 0, data: new Uint8Array(covered).buffer, checkChain: false }, engine),
    ).toBe(true)
    const types = signedData.signerInfos[0]?.signedAttrs?.attributes.map(({ type }) => type)
    expect(types).toEqual(['1.2.840.113549.1.9.3', '1.2.840.113549.1.9.4', '1.2.840.113549.1.9.16.2.47'])
  })

  it('is read back into its parts', async () => {
    const { certificate, signedAttributes, signature } = await makeSeal()
    const cms = encodeSeal({ certificate, signedAttributes, signature })
    expect(readSeal(cms ?? new Uint8Array())).toEqual({ certificate, signedAttributes, signature })
  })

  it('is refused when it has a byte more or less, or a length that is not the shortest', async () => {
    const cms = encodeSeal(await makeSeal()) ?? new Uint8Array()
    expect(readSeal(cms.subarray(0, -1))).toBeNull()
    expect(readSeal(Uint8Array.of(...cms, 0))).toBeNull()
    expect(cms[1]).toBe(0x82)
    expect(readSeal(Uint8Array.of(0x30, 0x83, 0, ...cms.subarray(2)))).toBeNull()
  })

  it('is null for bytes that are no certificate', async () => {
    expect(encodeSeal({ ...(await makeSeal()), certificate: new Uint8Array([1, 2, 3]) })).toBeNull()
  })
})

describe('the signed attributes', () => {
  it('hold for their digest and certificate only', async () => {
    const { digest, signedAttributes, certificate } = await makeSeal()
    const certificateDigest = await cryptoPort.sha256(certificate)
    expect(attributesHold(signedAttributes, digest, certificateDigest)).toBe(true)
    expect(attributesHold(signedAttributes, certificateDigest, certificateDigest)).toBe(false)
    expect(attributesHold(signedAttributes, digest, digest)).toBe(false)
    expect(attributesHold(new Uint8Array(), digest, certificateDigest)).toBe(false)
  })

  it('may stand beside others, but not twice', async () => {
    const { digest, signedAttributes, certificate } = await makeSeal()
    const certificateDigest = await cryptoPort.sha256(certificate)
    const attributes = (asn1js.fromBER(new Uint8Array(signedAttributes)).result as asn1js.Set).valueBlock
      .value
    const set = (value: asn1js.BaseBlock[]) => new Uint8Array(new asn1js.Set({ value }).toBER())
    const time = new asn1js.Sequence({
      value: [
        new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.9.5' }),
        new asn1js.Set({ value: [new asn1js.UTCTime({ valueDate: new Date(0) })] }),
      ],
    })
    expect(attributesHold(set([...attributes, time]), digest, certificateDigest)).toBe(true)
    for (const attribute of attributes) {
      expect(attributesHold(set([...attributes, attribute]), digest, certificateDigest)).toBe(false)
      expect(
        attributesHold(set(attributes.filter(other => other !== attribute)), digest, certificateDigest),
      ).toBe(false)
    }
  })
})
