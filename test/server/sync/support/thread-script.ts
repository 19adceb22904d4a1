import { answerRequests } from '../../../../server/thread.ts'

answerRequests((request: number | 'throw' | 'die') => {
  if (request === 'throw') throw new Error('no answer')
  if (request === 'die') process.exit(1)
  return request * 2
})
