import { Textarea } from '@mantine/core'
import { simpleDiffString } from 'lib0/diff'
import { type ReactNode, useLayoutEffect, useRef } from 'react'

interface ProseFieldProps {
  readonly label: string
  readonly description?: string
  readonly placeholder: string
  readonly value: string
  readonly readOnly: boolean
  readonly onEdit: (text: string) => void
  /** Stands below the field and is read out with it. */
  readonly below?: ReactNode
  readonly isWrong?: boolean
  readonly inputRef?: (element: HTMLTextAreaElement | null) => void
}

/**
 * A line of prose of the agreement. Each key is written at once and what a partner types arrives at once: the caret stays
 * between the same letters.
 */
export function ProseField({
  value,
  readOnly,
  onEdit,
  inputRef,
  isWrong = false,
  below,
  ...rest
}: ProseFieldProps) {
  const ref = useRef<HTMLTextAreaElement>(null)
  const element = ref.current
  // Before React puts another text into the field, and the browser the caret behind it.
  const before =
    element && element.value !== value && document.activeElement === element
      ? { text: element.value, start: element.selectionStart, end: element.selectionEnd }
      : null
  const pending = useRef(before)
  pending.current = before
  useLayoutEffect(() => {
    const was = pending.current
    if (!was || !ref.current) return
    const move = mover(was.text, value)
    ref.current.setSelectionRange(move(was.start), move(was.end))
  }, [value])
  return (
    <div>
      <Textarea
        {...rest}
        ref={node => {
          ref.current = node
          inputRef?.(node)
        }}
        autosize
        minRows={1}
        value={value}
        readOnly={readOnly}
        error={isWrong}
        onChange={event => onEdit(event.currentTarget.value)}
      />
      {below}
    </div>
  )
}

/** Where a place in one text is in the other. */
function mover(from: string, to: string): (place: number) => number {
  const { index, remove, insert } = simpleDiffString(from, to)
  return place => {
    if (place <= index) return place
    return place >= index + remove ? place - remove + insert.length : index + insert.length
  }
}
