import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { AgreementSession } from '../../client/session/agreement-session.ts'
import { BODY_FRAGMENT } from '../../shared/document/node-types.ts'
import { seedUpdate } from '../../shared/document/yjs-body.ts'
import { createClientDevice } from '../support/client-device.ts'
import { BODY, type Drafted, PARTY_B, seal, sign } from '../support/drafted-agreement.ts'
import { SeededRandom } from '../support/seeded-random.ts'
import { connectStockClient } from '../support/stock-client.ts'
import { accept, createAgreement, invite, type TestPerson } from '../support/test-person.ts'
import { removeDataDir, type ServerProcess, startServerProcess } from '../support/test-server.ts'

const KILLS = 20
const SEED = Number(process.env.FUZZ_SEED ?? 7)

/** Somebody who writes words through the client's own session, and remembers which of them were shown as saved for everyone. */
class Writer {
  readonly session: AgreementSession
  readonly promised = new Set<string>()
  readonly #name: string
  #words = 0
  #unpromised: string[] = []

  constructor(name: string, session: AgreementSession) {
    this.#name = name
    this.session = session
    session.subscribe(() => this.#look())
  }

  write(): void {
    const word = `${this.#name}${this.#words++}`
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(word)])
    this.#unpromised.push(word)
    this.session.body.getXmlFragment(BODY_FRAGMENT).push([paragraph])
  }

  #look(): void {
    if (this.session.status().kind !== 'saved-for-everyone') return
    for (const word of this.#unpromised) this.promised.add(word)
    this.#unpromised = []
  }

  /** Resolves when everything written so far is shown as saved for everyone. */
  everythingSaved(): Promise<void> {
    return new Promise(resolve => {
      const look = () => {
        this.#look()
        if (this.#unpromised.length > 0 || this.session.status().kind !== 'saved-for-everyone') return
        stop()
        resolve()
      }
      const stop = this.session.subscribe(look)
      look()
    })
  }
}

const turn = () => new Promise<void>(resolve => setImmediate(resolve))

describe(`a server that is killed ${KILLS} times while two partners write, seal and sign`, () => {
  let server: ServerProcess
  const devices: ReturnType<typeof createClientDevice>[] = []
  afterAll(async () => {
    for (const device of devices) await device.close()
    await server?.kill()
    if (server) removeDataDir(server)
  })

  const restart = async () => {
    server = await startServerProcess({ dataDir: server.dataDir, port: server.port })
  }
  const open = (person: TestPerson, id: string) => {
    const device = createClientDevice(server.url)
    devices.push(device)
    return device.tab(person).sessions.open(id, { online: true, userId: person.id })
  }
  const textOnServer = async (person: TestPerson, id: string) => {
    const client = await connectStockClient(server.url, person, id)
    const text = client.doc.getXmlFragment(BODY_FRAGMENT).toString()
    client.close()
    return text
  }

  it('has, after each of them, all that a client was shown as saved, and every step that it had confirmed', async () => {
    const random = new SeededRandom(SEED)
    server = await startServerProcess()
    const ada = await server.signUp('Ada')
    const ben = await server.signUp('Ben')
    const { id, me } = await createAgreement(ada, { title: 'Killed', seed: false })
    const benMember = await accept(ben, (await invite(ada, id, 'partner', PARTY_B)).token)
    const drafted: Drafted = { id, ada, ben, adaMember: me.id, benMember }
    const writers = [new Writer('ada', open(ada, id)), new Writer('ben', open(ben, id))]
    await Promise.all(writers.map(writer => writer.session.loaded))
    Y.applyUpdate(writers[0]?.session.body as Y.Doc, seedUpdate({ title: 'Killed', body: BODY }, 5))

    for (let kill = 0; kill < KILLS; kill++) {
      if (kill % 3 === 0) await Promise.all(writers.map(writer => writer.everythingSaved()))
      const words = 3 + random.int(60)
      for (let word = 0; word < words; word++) {
        random.pick(writers).write()
        for (let turns = random.int(6); turns > 0; turns--) await turn()
      }
      await server.kill()
      // What is promised from here on is promised by the next server.
      const promised = writers.flatMap(writer => [...writer.promised])
      await restart()
      const text = await textOnServer(ada, id)
      const lost = promised.filter(word => !text.includes(`>${word}<`))
      expect(lost, `after kill ${kill} of seed ${SEED}`).toEqual([])
    }
    await Promise.all(writers.map(writer => writer.everythingSaved()))
    expect(Math.min(...writers.map(writer => writer.promised.size))).toBeGreaterThan(KILLS)

    const version = await seal(drafted)
    await server.kill()
    await restart()
    expect((await ada.get(`/api/agreements/${id}`)).body).toMatchObject({ status: 'sealed' })
    expect((await ben.get(`/api/agreements/${id}/versions/1`)).body.fingerprint).toBe(version.fingerprint)

    expect((await sign(ada, version, me.id)).status).toBe(201)
    await server.kill()
    await restart()
    expect((await ben.get(`/api/agreements/${id}/versions/1`)).body.signatures).toHaveLength(1)

    expect((await sign(ben, version, benMember)).status).toBe(201)
    await server.kill()
    await restart()
    const signed = await ada.get(`/api/agreements/${id}/versions/1/signed.pdf`)
    expect(signed.status).toBe(200)
    expect(signed.headers.get('content-type')).toBe('application/pdf')
  }, 240_000)
})
