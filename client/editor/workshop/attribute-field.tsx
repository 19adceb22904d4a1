import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type FieldSpec, isReadable, optionsOf, parseTyped, valueInWords } from '../objects/field-spec.ts'
import type { ObjectDirectory } from '../objects/object-directory.ts'

interface AttributeFieldProps {
  readonly spec: FieldSpec
  readonly value: string | null
  readonly directory: ObjectDirectory
  readonly readOnly: boolean
  readonly onSet: (value: string | null) => void
}

/** One attribute of a KPI: picked from what there is, or typed as people write it. */
export function AttributeField(props: AttributeFieldProps) {
  const options = optionsOf(props.spec, props.value, props.directory)
  if (!options) return <TypedField {...props} />
  const { spec, value, readOnly, onSet } = props
  return (
    <NativeSelect
      label={spec.label}
      value={value ?? ''}
      disabled={readOnly}
      onChange={event => onSet(event.currentTarget.value || null)}
      data={[
        { value: '', label: spec.none ?? `Not set (${spec.hint})` },
        ...options.map(option => ({ value: option.value, label: option.text })),
      ]}
    />
  )
}

const UNREADABLE: Partial<Record<FieldSpec['kind'], string>> = {
  number: 'This is no number. Write it like 93.5.',
  date: 'This is no date. Write it like 1 April 2027.',
}

/** The typed text is read when one leaves the field; until then it is nobody else's business. */
function TypedField({ spec, value, directory, readOnly, onSet }: AttributeFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const shown = value === null ? '' : valueInWords(spec, value, directory)
  const commit = () => {
    if (draft !== null) onSet(parseTyped(spec, draft))
    setDraft(null)
  }
  const odd = draft === null && value !== null && !isReadable(spec, value)
  return (
    <TextInput
      label={spec.label}
      placeholder={spec.hint}
      autoComplete="off"
      value={draft ?? shown}
      readOnly={readOnly}
      error={odd && (UNREADABLE[spec.kind] ?? true)}
      onChange={event => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={event => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}
