import { Button, FileButton, Group, Loader, Modal } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { IMPORT_REFUSAL_WORDS } from '../../shared/word/import-refusal.ts'
import type { ImportedFile } from '../../shared/word/imported-file.ts'
import { lossInWords } from '../../shared/word/losses.ts'
import classes from './import.module.css'
import { ImportPreview } from './import-preview.tsx'
import { countWords } from './import-words.ts'
import { IMPORT_TYPES, readFile } from './read-file.ts'

interface ImportDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** A file that was dropped; null asks for one. */
  readonly file: File | null
  /** Where it goes, for the button: "Import as a new agreement". */
  readonly action: string
  /** Carries the import out; what kept it from it in words, or null. */
  readonly onImport: (imported: ImportedFile, fileName: string) => Promise<string | null>
}

type Stage =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'read'; readonly name: string; readonly imported: ImportedFile }

/** From a file to an import that somebody agreed to: nothing is carried out before its losses were shown. */
export const ImportDialog = (props: ImportDialogProps) => (
  <Modal opened={props.opened} onClose={props.onClose} title="Import a file" size="xl">
    <ImportStages {...props} />
  </Modal>
)

function ImportStages({ file, action, onImport, onClose }: ImportDialogProps) {
  const [stage, setStage] = useState<Stage>({ kind: 'choose' })
  const [busy, setBusy] = useState(false)
  const read = async (chosen: File) => {
    setStage({ kind: 'reading', name: chosen.name })
    const result = await readFile(chosen)
    setStage(
      result.ok
        ? { kind: 'read', name: chosen.name, imported: result.value }
        : { kind: 'refused', words: IMPORT_REFUSAL_WORDS[result.error.kind] },
    )
  }
  useEffect(() => {
    let mounted = true
    if (file)
      void readFile(file).then(result => {
        if (!mounted) return
        setStage(
          result.ok
            ? { kind: 'read', name: file.name, imported: result.value }
            : { kind: 'refused', words: IMPORT_REFUSAL_WORDS[result.error.kind] },
        )
      })
    return () => {
      mounted = false
    }
  }, [file])
  const carryOut = async (imported: ImportedFile, name: string) => {
    setBusy(true)
    const refusal = await onImport(imported, name)
    setBusy(false)
    if (refusal === null) onClose()
    else setStage({ kind: 'refused', words: refusal })
  }
  if (stage.kind === 'reading' || (stage.kind === 'choose' && file))
    return (
      <p className={classes.reading} role="status">
        <Loader size="sm" /> Reading {stage.kind === 'reading' ? stage.name : file?.name}…
      </p>
    )
  if (stage.kind === 'read')
    return (
      <>
        <ImportSummary imported={stage.imported} name={stage.name} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button data-autofocus loading={busy} onClick={() => void carryOut(stage.imported, stage.name)}>
            {action}
          </Button>
        </Group>
      </>
    )
  return (
    <>
      {stage.kind === 'refused' && (
        <p role="alert" className={classes.refusal}>
          {stage.words}
        </p>
      )}
      <section
        className={classes.drop}
        aria-label="Drop a file here"
        onDragOver={event => event.preventDefault()}
        onDrop={event => {
          event.preventDefault()
          const dropped = event.dataTransfer.files[0]
          if (dropped) void read(dropped)
        }}
      >
        <IconFileImport size={28} stroke={1.4} aria-hidden />
        <p>
          A Word document (.docx) or Markdown. It is read on this device; nothing is sent anywhere, and
          nothing is carried out before you have seen what comes of it.
        </p>
        <FileButton accept={IMPORT_TYPES} onChange={chosen => chosen && void read(chosen)}>
          {buttonProps => (
            <Button {...buttonProps} data-autofocus>
              Choose a file
            </Button>
          )}
        </FileButton>
      </section>
    </>
  )
}

const ImportSummary = ({ imported, name }: { readonly imported: ImportedFile; readonly name: string }) => (
  <div className={classes.summary}>
    <div>
      <p className={classes.name}>{imported.title ?? name}</p>
      <p className={classes.counts}>{countWords(imported.counts)}</p>
      {imported.counts.changes + imported.counts.comments > 0 && (
        <p className={classes.note}>
          Tracked changes and comments arrive as they are: you decide on each under Changes.
        </p>
      )}
      {imported.losses.length > 0 ? (
        <>
          <p className={classes.lossHead}>What will be different</p>
          <ul className={classes.losses}>
            {imported.losses.map(loss => (
              <li key={loss.kind}>
                {lossInWords(loss)}
                {loss.example !== null && <span className={classes.example}>{loss.example}</span>}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className={classes.note}>
          Everything in it has a place in an agreement. Fonts and colours follow Parley.
        </p>
      )}
    </div>
    <ImportPreview blocks={imported.body.content ?? []} />
  </div>
)
