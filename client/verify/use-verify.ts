import { useRef, useState } from 'react'
import type { NamedFile } from '../../shared/sealing/verify-files.ts'
import { VERIFY_LIMITS } from '../../shared/sealing/verify-limits.ts'
import { chosenFiles, type VerifyState } from './verify-model.ts'

const read = async (file: File): Promise<NamedFile> => ({
  name: file.name,
  // One byte above the limit is enough for the verifier to say that the file is too large.
  bytes: new Uint8Array(await file.slice(0, VERIFY_LIMITS.pdfBytes + 1).arrayBuffer()),
})

const verdictOn = async (files: readonly File[]): Promise<VerifyState> => {
  const names = files.map(({ name }) => name)
  if (!globalThis.crypto?.subtle) return { kind: 'failed', names, reason: 'insecure' }
  const named = await Promise.all(files.map(read)).catch(() => null)
  if (!named) return { kind: 'failed', names, reason: 'unreadable' }
  const checker = await import('./check-files.ts').catch(() => null)
  if (!checker) return { kind: 'failed', names, reason: 'not-loaded' }
  return { kind: 'checked', names, ...(await checker.checkFiles(named)) }
}

/** The state of the page and what moves it: choosing files, and starting over. Nothing leaves this device. */
export function useVerify() {
  const [state, setState] = useState<VerifyState>({ kind: 'choosing', half: null })
  const newest = useRef(0)
  const choose = async (chosen: readonly File[]) => {
    const next = chosenFiles(chosen, state.kind === 'choosing' ? state.half : null)
    if (!next) return
    const mine = ++newest.current
    if (next.kind === 'wait') {
      setState({ kind: 'choosing', half: next.half })
      return
    }
    setState({ kind: 'checking', names: next.files.map(({ name }) => name) })
    const done = await verdictOn(next.files)
    if (mine === newest.current) setState(done)
  }
  const restart = () => {
    newest.current++
    setState({ kind: 'choosing', half: null })
  }
  return { state, choose, restart }
}
