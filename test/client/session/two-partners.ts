import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type CuttableProxy, startCuttableProxy } from '../../support/cuttable-proxy.ts'
import { bringIn, createAgreement, type TestPerson } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

/** Where two partners meet, new for each test but for the server and the two. */
export interface TwoPartners {
  readonly server: TestServer
  /** The wire to the server, which can be cut. */
  readonly proxy: CuttableProxy
  readonly ada: TestPerson
  readonly ben: TestPerson
  readonly agreementId: string
  /** Done after the test, last come first. */
  readonly closers: (() => unknown)[]
}

/** For the tests of a file. */
export function withTwoPartners(): TwoPartners {
  const parts: { -readonly [Part in keyof TwoPartners]?: TwoPartners[Part] } = {}
  const closers: (() => unknown)[] = []
  beforeAll(async () => {
    parts.server = await startTestServer()
    parts.ada = await parts.server.signUp('Ada Ashby')
    parts.ben = await parts.server.signUp('Ben Birch')
  })
  afterAll(() => parts.server?.close())
  beforeEach(async () => {
    const { server, ada, ben } = parts as TwoPartners
    parts.proxy = await startCuttableProxy(server.url)
    parts.agreementId = (await createAgreement(ada)).id
    await bringIn(ada, ben, parts.agreementId, 'partner')
  })
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close()
    await parts.proxy?.close()
  })
  parts.closers = closers
  return parts as TwoPartners
}
