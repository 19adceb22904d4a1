import { WebSocketServer } from 'ws'

// A relay of opaque frames: no merging, no store, no permissions. One send for each receiver, as everybody writes it.
// It is what a WebSocket server in Node costs at least when it is written like that.
const rooms = new Map()
const server = new WebSocketServer({
  port: Number(process.env.PORT),
  host: '127.0.0.1',
  perMessageDeflate: false,
})
server.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? new Set()
  rooms.set(request.url, room)
  room.add(socket)
  socket.on('message', data => {
    for (const other of room) if (other !== socket && other.readyState === 1) other.send(data)
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    room.delete(socket)
    if (room.size === 0) rooms.delete(request.url)
  })
})
server.on('listening', () => process.stdout.write('ready\n'))
