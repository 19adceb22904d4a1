import { useNavigate } from 'react-router'
import { ImportDialog } from './import/import-dialog.tsx'
import type { ImportWish } from './library/library-page.tsx'
import { refusalWords } from './library/refusal-words.ts'
import type { Library } from './local/library.ts'

/** A file becomes an agreement of its own, and leads into it. */
export default function LibraryImport({
  library,
  file,
  onClose,
}: ImportWish & { readonly library: Library }) {
  const navigate = useNavigate()
  return (
    <ImportDialog
      opened
      file={file}
      onClose={onClose}
      action="Import as a new agreement"
      onImport={async ({ title, body, threads }, fileName) => {
        const added = await library.importText({ title: title ?? titleOf(fileName), body, threads })
        if (!added.ok) return refusalWords(added.error)
        await navigate(`/agreements/${added.value}`)
        return null
      }}
    />
  )
}

const titleOf = (fileName: string) =>
  fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[-_]+/g, ' ')
    .trim() || 'Imported agreement'
