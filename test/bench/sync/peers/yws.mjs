import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { setupWSConnection } from '@y/websocket-server/utils'

// As the package's own start script, which says nothing when it listens. It brings a ws of its own.
const { Server } = createRequire(import.meta.resolve('@y/websocket-server/utils'))('ws')
const sockets = new Server({ noServer: true })
sockets.on('connection', setupWSConnection)
const server = createServer((_request, response) => response.end('okay'))
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, ws => sockets.emit('connection', ws, request))
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'))
