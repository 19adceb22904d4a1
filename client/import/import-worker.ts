import { idFromBytes } from '../../shared/ids.ts'
import { readDocx } from '../../shared/word/read-docx.ts'

const newId = () => idFromBytes(crypto.getRandomValues(new Uint8Array(20)))

self.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
  self.postMessage(readDocx(data, newId))
}
