import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconBraces,
  IconDownload,
  IconFileImport,
  IconFileTypeDocx,
  IconFileTypeHtml,
  IconFileTypePdf,
  IconMarkdown,
  IconTable,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { Result } from '../../shared/result.ts'
import { api } from '../api/api-client.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import { download, fileName, saveFile } from './download.ts'
import type { ExportFacts, LocalFormat } from './local-export.ts'

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

const FORMATS = [
  { format: 'docx', label: 'Word (DOCX)', icon: <IconFileTypeDocx {...icon} /> },
  { format: 'html', label: 'Web page (HTML)', icon: <IconFileTypeHtml {...icon} /> },
  { format: 'md', label: 'Markdown', icon: <IconMarkdown {...icon} /> },
  { format: 'json', label: 'Text and terms as data (JSON)', icon: <IconBraces {...icon} /> },
  { format: 'csv', label: 'Terms as a table (CSV)', icon: <IconTable {...icon} /> },
] as const

interface ExportMenuProps {
  readonly session: AgreementSession
  readonly title: () => string
  /** The server has it: only it can set a PDF. Everything else is made here, also without a network. */
  readonly onServer: boolean
  readonly facts: ExportFacts
  /** Puts a file's text into this one; null where this person may not write. */
  readonly onImport: (() => void) | null
}

export function ExportMenu({ session, title, onServer, facts, onImport }: ExportMenuProps) {
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<Result<true, string>>) => {
    setBusy(true)
    const saved = await work()
    setBusy(false)
    if (saved.ok) return
    notifications.show({
      color: 'danger',
      title: 'No file was made',
      message: saved.error,
      autoClose: 12_000,
    })
  }
  const pdf = () => download(api.exportUrl(session.agreementId, 'pdf'), fileName(title(), 'pdf'))
  const local = async (format: LocalFormat) => {
    const { localExport } = await import('./local-export.ts')
    saveFile(localExport(session, format, facts), fileName(title(), format))
    return { ok: true, value: true } as const
  }
  return (
    <Menu position="bottom-end" width={270}>
      <Tooltip label="Export">
        <div>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Export" loading={busy}>
              <IconDownload size={18} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
        </div>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileTypePdf {...icon} />}
          disabled={!onServer}
          onClick={() => void run(pdf)}
        >
          {onServer ? 'PDF, as it stands now' : 'PDF, once it is shared'}
        </Menu.Item>
        {FORMATS.map(choice => (
          <Menu.Item
            key={choice.format}
            leftSection={choice.icon}
            onClick={() => void run(() => local(choice.format))}
          >
            {choice.label}
          </Menu.Item>
        ))}
        {onImport && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconFileImport {...icon} />} onClick={onImport}>
              Import a file into this text…
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
