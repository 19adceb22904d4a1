import { Button } from '@mantine/core'
import { IconFileSearch } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import classes from './verify.module.css'

interface DropZoneProps {
  readonly half: File | null
  readonly onChoose: (files: readonly File[]) => void
}

/** The place to drop files or choose them; the button alone is enough for the keyboard. */
export function DropZone({ half, onChoose }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onChoose([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition for the mouse; the button inside does the same
    <div
      className={classes.drop}
      data-over={over}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileSearch size={36} stroke={1.2} aria-hidden="true" />
      <p role="status">
        {half
          ? `${half.name} is here. Now add the other of the two: manifest.json or signatures.json.`
          : 'Drop the signed PDF here, or the two files manifest.json and signatures.json.'}
      </p>
      <Button onClick={() => input.current?.click()}>
        {half ? 'Choose the other file' : 'Choose a file'}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to check"
        accept=".pdf,.json,application/pdf,application/json"
        onChange={event => {
          onChoose([...(event.currentTarget.files ?? [])])
          // So that the same file can be chosen again after it was corrected.
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
