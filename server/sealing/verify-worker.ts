import { parentPort } from 'node:worker_threads'
import { must } from '../../shared/result.ts'
import { verifyAgreement } from '../../shared/sealing/verify-agreement.ts'
import { verifySignedPdf } from '../../shared/sealing/verify-signed-pdf.ts'
import { createWebCryptoPort } from '../../shared/sealing/web-crypto-port.ts'
import type { VerifyRequest } from './verifier.ts'

const port = must(parentPort, 'this file runs as a worker only')
const crypto = createWebCryptoPort(globalThis.crypto.subtle)

const verify = (request: VerifyRequest) =>
  request.kind === 'pdf'
    ? verifySignedPdf(request.pdf, crypto)
    : verifyAgreement(request.manifest, request.signatures, crypto)

port.on('message', (request: VerifyRequest) => {
  // A rejection ends the worker, which is how a failure gets back.
  void verify(request).then(report => port.postMessage(report))
})
