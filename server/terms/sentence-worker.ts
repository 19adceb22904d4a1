import { readSentences } from '../../shared/terms/recognise/sentences-read.ts'
import { answerRequests } from '../thread.ts'

answerRequests(readSentences)
