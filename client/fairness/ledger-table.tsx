import { IconAlertTriangle } from '@tabler/icons-react'
import classes from './fairness.module.css'
import type { LedgerCell, LedgerLine } from './ledger-lines.ts'

interface LedgerTableProps {
  readonly lines: readonly LedgerLine[]
  readonly parties: readonly { readonly id: string; readonly name: string; readonly blockId: string }[]
  readonly onJump: (blockId: string) => void
}

/** Everything side by side: a column for each party, a row for each thing, the sum at the end. */
export const LedgerTable = ({ lines, parties, onJump }: LedgerTableProps) => (
  <table className={classes.table}>
    <caption className={classes.unseen}>What each party gives, gets and answers for</caption>
    <thead>
      <tr>
        <td />
        {parties.map(party => (
          <th key={party.id} scope="col">
            <button type="button" className={classes.link} onClick={() => onJump(party.blockId)}>
              {party.name}
            </button>
          </th>
        ))}
        <th scope="col">Together</th>
      </tr>
    </thead>
    <tbody>
      {lines.map(line => (
        <tr key={line.id} data-kind={line.kind}>
          <th scope="row">
            <Linked blockId={line.blockId} onJump={onJump}>
              {line.label}
            </Linked>
            <span className={classes.about}>{line.about}</span>
          </th>
          {line.cells.map(cell => (
            <Cell key={cell.partyId} cell={cell} onJump={onJump} />
          ))}
          <td className={classes.together} data-wrong={line.wrong.length > 0 || undefined}>
            {line.together || <Nothing />}
            {line.wrong.map(text => (
              <Flaw key={text}>{text}</Flaw>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Cell = ({
  cell,
  onJump,
}: {
  readonly cell: LedgerCell
  readonly onJump: (blockId: string) => void
}) => (
  <td>
    {cell.value === '' ? (
      <Nothing />
    ) : (
      <Linked blockId={cell.blockId} onJump={onJump}>
        {cell.value}
      </Linked>
    )}
    {cell.notes.map(note => (
      <span key={note} className={classes.note}>
        {note}
      </span>
    ))}
    {cell.flaw && <Flaw>{cell.flaw}</Flaw>}
  </td>
)

const Nothing = () => (
  <>
    <span aria-hidden>–</span>
    <span className={classes.unseen}>not stated</span>
  </>
)

const Flaw = ({ children }: { readonly children: string }) => (
  <span className={classes.flaw}>
    <IconAlertTriangle size={13} stroke={1.75} aria-hidden />
    {children}
  </span>
)

interface LinkedProps {
  readonly blockId: string | null
  readonly onJump: (blockId: string) => void
  readonly children: string
}

const Linked = ({ blockId, onJump, children }: LinkedProps) =>
  blockId === null ? (
    <span className={classes.figure}>{children}</span>
  ) : (
    <button type="button" className={classes.link} onClick={() => onJump(blockId)}>
      {children}
    </button>
  )
