import { answerRequests } from '../../../../server/thread.ts'

const kept: Uint8Array[] = []

/** Of `bytes`, a new array of so many bytes, or a view of a larger one; of `kept`, how many of those it still has. */
answerRequests((request: number | 'throw' | 'die' | 'kept' | { bytes: number; within: number }) => {
  if (request === 'throw') throw new Error('no answer')
  if (request === 'die') process.exit(1)
  if (request === 'kept') return kept.map(({ length }) => length)
  if (typeof request !== 'object') return request * 2
  const bytes = new Uint8Array(request.within).fill(7).subarray(0, request.bytes)
  kept.push(bytes)
  return bytes
})
