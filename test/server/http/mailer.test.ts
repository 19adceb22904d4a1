import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, it } from 'vitest'
import { createMailer } from '../../../server/http/mailer.ts'

/** A mail server of a few words (RFC 5321): it takes one message and keeps what was said. */
async function startMailServer() {
  const said: string[] = []
  const server = createServer(socket => {
    let inMessage = false
    socket.setEncoding('utf8').write('220 ready\r\n')
    socket.on('data', (text: string) => {
      for (const line of text.split('\r\n').slice(0, -1)) {
        said.push(line)
        if (inMessage && line !== '.') continue
        inMessage = line === 'DATA'
        socket.write(inMessage ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 fine\r\n')
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { said, port: (server.address() as AddressInfo).port, close: () => server.close() }
}

it.each([
  ['?from=Parley%20%3Cno-reply%40parley.example%3E', '<no-reply@parley.example>'],
  ['', '<parley@127.0.0.1>'],
])('sends a plain message from who the address names: %s', async (query, sender) => {
  const server = await startMailServer()
  const send = createMailer(`smtp://127.0.0.1:${server.port}/${query}`)
  await send({ to: 'ada@example.org', subject: 'Your link', text: 'http://localhost/x?a=b' })
  expect(server.said.find(line => line.startsWith('MAIL FROM'))).toContain(sender)
  expect(server.said.find(line => line.startsWith('RCPT TO'))).toContain('<ada@example.org>')
  expect(server.said).toContain('Subject: Your link')
  server.close()
})

it('rejects when there is no mail server', async () => {
  const server = await startMailServer()
  server.close()
  await expect(
    createMailer(`smtp://127.0.0.1:${server.port}`)({ to: 'a@example.org', subject: 's', text: 't' }),
  ).rejects.toThrow()
})
