// The certificate library asks for it before its own first line.
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { SEAL_ALGORITHM } from './seal-algorithm.ts'

const YEARS = 20
const DAY_MS = 24 * 60 * 60 * 1000
const { subtle } = globalThis.crypto

/** A new private key and its self-signed certificate, as PEM. */
export async function makeSealKey(at: Date): Promise<string> {
  const keys = await subtle.generateKey(SEAL_ALGORITHM, true, ['sign', 'verify'])
  const usage = x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Parley seal',
    // A day earlier, so that no reader whose clock is behind calls it not yet valid.
    notBefore: new Date(at.getTime() - DAY_MS),
    notAfter: new Date(at.getTime() + YEARS * 365 * DAY_MS),
    signingAlgorithm: SEAL_ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(usage, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  const privateKey = await subtle.exportKey('pkcs8', keys.privateKey)
  return `${x509.PemConverter.encode(privateKey, 'PRIVATE KEY')}\n${certificate.toString('pem')}\n`
}
