import { afterAll, afterEach, beforeAll } from 'vitest'
import { removeDataDir, type ServerProcess, startServerProcess } from '../../support/test-server.ts'
import { Person } from './person.ts'

/** A server of its own and the people who use it, for the tests of a file. */
export interface Stage {
  arrive(name: string, options?: { readonly installs?: boolean }): Promise<Person>
}

/** Opens a stage before the tests, keeps what everybody sees when one fails, and leaves nothing behind. */
export function useStage(): Stage {
  const people: Person[] = []
  let server: ServerProcess
  beforeAll(async () => {
    server = await startServerProcess()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') for (const person of people) await person.showFailure()
  })
  afterAll(async () => {
    for (const person of people) await person.leave()
    await server?.stop()
    if (server) removeDataDir(server)
  })
  return {
    async arrive(name, options) {
      const person = await Person.arrive(name, server.url, options)
      people.push(person)
      return person
    },
  }
}
