import { equalBytes } from './bytes.ts'
import { type DerElement, der, readDer, readFirstDer, TAG } from './der.ts'

/**
 * The parts of a closing seal from which all its other bytes follow. `certificate` is X.509 in DER; `signedAttributes` is
 * their SET in DER (tag 0x31), which is what the seal key signs; `signature` is DER.
 */
export interface SealParts {
  readonly certificate: Uint8Array
  readonly signedAttributes: Uint8Array
  readonly signature: Uint8Array
}

const oid = (...content: number[]) => der(TAG.oid, Uint8Array.from(content))
const OID = {
  data: oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01),
  signedData: oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02),
  contentType: oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x03),
  messageDigest: oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04),
  signingCertificateV2: oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x2f),
  sha256: oid(0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01),
  ecdsaWithSha256: oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02),
}
/** The elements inside; none when there is nothing or it is malformed, so that a path through a tree ends in undefined. */
const inside = (bytes: Uint8Array | undefined): readonly DerElement[] => (bytes && readDer(bytes)) ?? []

const ONE = der(TAG.integer, Uint8Array.of(1))

/** Serial number, issuer and public key (SPKI) of a certificate, each in DER; null when it is not one. */
export function readCertificate(certificate: Uint8Array): {
  readonly serial: Uint8Array
  readonly issuer: Uint8Array
  readonly publicKey: Uint8Array
} | null {
  const [body] = inside(readFirstDer(certificate)?.content)
  const fields = inside(body?.content)
  const [serial, , issuer, , , publicKey] = fields[0]?.tag === TAG.context0 ? fields.slice(1) : fields
  return serial && issuer && publicKey
    ? { serial: serial.raw, issuer: issuer.raw, publicKey: publicKey.raw }
    : null
}

/** The signed attributes for a PDF whose covered bytes have this digest, closed by the holder of this certificate. */
export function sealAttributes(messageDigest: Uint8Array, certificateDigest: Uint8Array): Uint8Array {
  const attribute = (type: Uint8Array, value: Uint8Array) => der(TAG.sequence, type, der(TAG.set, value))
  const attributes = [
    attribute(OID.contentType, OID.data),
    attribute(OID.messageDigest, der(TAG.octetString, messageDigest)),
    attribute(
      OID.signingCertificateV2,
      der(TAG.sequence, der(TAG.sequence, der(TAG.sequence, der(TAG.octetString, certificateDigest)))),
    ),
  ]
  // DER sorts a SET by its encodings; a shorter one counts as padded with zeros, so lengths decide here.
  return der(TAG.set, ...attributes)
}

/** The CMS SignedData (detached, one signer, one certificate, nothing unsigned) that a PDF holds as its closing seal. */
export function encodeSeal({ certificate, signedAttributes, signature }: SealParts): Uint8Array | null {
  const names = readCertificate(certificate)
  const attributes = readFirstDer(signedAttributes)
  if (!names || !attributes) return null
  const digestAlgorithm = der(TAG.sequence, OID.sha256)
  const signer = der(
    TAG.sequence,
    ONE,
    der(TAG.sequence, names.issuer, names.serial),
    digestAlgorithm,
    der(TAG.context0, attributes.content),
    der(TAG.sequence, OID.ecdsaWithSha256),
    der(TAG.octetString, signature),
  )
  const signedData = der(
    TAG.sequence,
    ONE,
    der(TAG.set, digestAlgorithm),
    der(TAG.sequence, OID.data),
    der(TAG.context0, certificate),
    der(TAG.set, signer),
  )
  return der(TAG.sequence, OID.signedData, der(TAG.context0, signedData))
}

/**
 * The parts of a seal; null unless encoding them again gives exactly these bytes. Most of a CMS is not covered by its own
 * signature, so a lenient reader would accept a changed byte in it.
 */
export function readSeal(cms: Uint8Array): SealParts | null {
  const [, wrapped] = inside(readFirstDer(cms)?.content)
  const [signedData] = inside(wrapped?.content)
  const [, , , certificates, signers] = inside(signedData?.content)
  const [certificate] = inside(certificates?.content)
  const [signer] = inside(signers?.content)
  const [, , , attributes, , signature] = inside(signer?.content)
  if (!certificate || !attributes || !signature) return null
  const parts = {
    certificate: certificate.raw,
    signedAttributes: der(TAG.set, attributes.content),
    signature: signature.content,
  }
  const encoded = encodeSeal(parts)
  return encoded && equalBytes(encoded, cms) ? parts : null
}

/**
 * Whether the signed attributes say: content of type data, this digest of it, sealed with this certificate. Each must be
 * there once; others may stand beside them, as they are covered by the signature.
 */
export function attributesHold(
  signedAttributes: Uint8Array,
  messageDigest: Uint8Array,
  certificateDigest: Uint8Array,
): boolean {
  const attributes = inside(readFirstDer(signedAttributes)?.content).map(({ content }) => inside(content))
  const theOne = (type: Uint8Array) => {
    const found = attributes.filter(([name]) => name && equalBytes(name.raw, type))
    return found.length === 1 ? inside(found[0]?.[1]?.content)[0] : undefined
  }
  const certificates = inside(theOne(OID.signingCertificateV2)?.content)[0]
  const certificateHash = inside(inside(certificates?.content)[0]?.content).find(
    ({ tag }) => tag === TAG.octetString,
  )
  const same = (bytes: Uint8Array | undefined, expected: Uint8Array) =>
    bytes !== undefined && equalBytes(bytes, expected)
  return (
    same(theOne(OID.contentType)?.raw, OID.data) &&
    same(theOne(OID.messageDigest)?.content, messageDigest) &&
    same(certificateHash?.content, certificateDigest)
  )
}
