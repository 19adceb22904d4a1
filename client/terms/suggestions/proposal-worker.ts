import { SentenceMemory } from '../../../shared/terms/recognise/sentence-memory.ts'
import { proposeFacts } from '../../../shared/terms/suggest/propose-facts.ts'

const memory = new SentenceMemory()

self.onmessage = ({ data }: MessageEvent<string>) => {
  self.postMessage(proposeFacts(data, memory))
}
