import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import classes from './fingerprint.module.css'

const GROUP = 4

const groups = (hex: string): readonly string[] => hex.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []

interface FingerprintProps {
  readonly hex: string
  /** What it is the fingerprint of: "Fingerprint", "Seal key". */
  readonly label: string
}

/** 64 hex digits in groups, so that two people can read them to each other; copied without the gaps. */
export const Fingerprint = ({ hex, label }: FingerprintProps) => (
  <span className={classes.fingerprint}>
    <code className={classes.digits}>
      {groups(hex).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one fingerprint never move
        <span key={index}>{group}</span>
      ))}
    </code>
    <CopyButton value={hex}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : 'Copy'}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            onClick={copy}
            aria-label={copied ? `${label} copied` : `Copy: ${label}`}
          >
            {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  </span>
)
