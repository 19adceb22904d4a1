import { useEffect, useRef } from 'react'

/** Only these are taken: anything else that is dropped goes where it went before. */
const TAKEN = /\.(?:docx|docm|doc|md|markdown)$/i

/** Calls back with a document that is dropped anywhere on the page, instead of letting the browser leave the page for it. */
export function useDroppedFile(onFile: (file: File) => void, active = true): void {
  const latest = useRef(onFile)
  useEffect(() => {
    latest.current = onFile
  })
  useEffect(() => {
    if (!active) return
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      const file = [...(event.dataTransfer?.files ?? [])].find(({ name }) => TAKEN.test(name))
      // A dialog that asks for a file takes what is dropped on it itself.
      if (!file || event.defaultPrevented) return
      event.preventDefault()
      event.stopPropagation()
      latest.current(file)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop, { capture: true })
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', drop, { capture: true })
    }
  }, [active])
}
