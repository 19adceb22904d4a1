import { Button, Modal, SegmentedControl, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { kpiLibrary, kpisForModel } from '../../../shared/agreement/kpi-library/kpi-library.ts'
import type { LibraryKpi } from '../../../shared/agreement/kpi-library/library-kpi.ts'
import { searchKpis } from '../../../shared/agreement/kpi-library/search-kpis.ts'
import { MODEL_MEANING, type Model } from '../../../shared/agreement/models.ts'
import { KPI_PARTS } from '../../../shared/document/node-types.ts'
import { cadenceInWords, DIRECTION_WORDS, KPI_PART_WORDS } from '../../../shared/terms/words.ts'
import classes from './library.module.css'

interface LibraryPickerProps {
  readonly opened: boolean
  readonly model: Model
  readonly onClose: () => void
  readonly onPick: (kpi: LibraryKpi) => void
}

/** The KPI library: find a definition, read it whole, and put it into the agreement to adapt it there. */
export const LibraryPicker = (props: LibraryPickerProps) => (
  <Modal
    opened={props.opened}
    onClose={props.onClose}
    title="KPI library"
    size="64rem"
    returnFocus={false}
    classNames={{ content: classes.dialog ?? '', body: classes.body ?? '' }}
  >
    {props.opened && <Picker {...props} />}
  </Modal>
)

function Picker({ model, onPick }: LibraryPickerProps) {
  const [query, setQuery] = useState('')
  const [all, setAll] = useState(model === 'blank')
  const [chosen, setChosen] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const found = searchKpis(all ? kpiLibrary : kpisForModel(model), query)
  const shown = found.find(({ key }) => key === chosen) ?? found[0]
  return (
    <>
      <div className={classes.search}>
        <TextInput
          aria-label="Search the library"
          placeholder="Search: waiting, trust, cost …"
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={query}
          onChange={event => setQuery(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            list.current?.querySelector('button')?.focus()
          }}
          data-autofocus
        />
        {model !== 'blank' && (
          <SegmentedControl
            aria-label="Which definitions"
            value={all ? 'all' : 'model'}
            onChange={value => setAll(value === 'all')}
            data={[
              { value: 'model', label: `For a ${MODEL_MEANING[model].title.toLowerCase()}` },
              { value: 'all', label: 'All' },
            ]}
          />
        )}
      </div>
      <p className={classes.count} role="status">
        {found.length === 1 ? '1 definition' : `${found.length} definitions`}
      </p>
      <div className={classes.columns}>
        <ul ref={list} className={classes.list} aria-label="Definitions" onKeyDown={moveFocus}>
          {found.map(kpi => (
            <li key={kpi.key}>
              <UnstyledButton
                className={classes.entry}
                aria-pressed={kpi === shown}
                onClick={() => setChosen(kpi.key)}
                onFocus={() => setChosen(kpi.key)}
                onDoubleClick={() => onPick(kpi)}
              >
                <span className={classes.name}>{kpi.parts.name}</span>
                <span className={classes.value}>{kpi.parts.value}</span>
              </UnstyledButton>
            </li>
          ))}
          {found.length === 0 && (
            <li className={classes.none}>
              Nothing has these words. Try fewer of them{all ? '' : ', or look in all definitions'}.
            </li>
          )}
        </ul>
        {shown && <Preview kpi={shown} onPick={() => onPick(shown)} />}
      </div>
    </>
  )
}

const Preview = ({ kpi, onPick }: { readonly kpi: LibraryKpi; readonly onPick: () => void }) => (
  <article className={classes.preview} aria-label={kpi.parts.name}>
    <div className={classes.text}>
      <h3>{kpi.parts.name}</h3>
      <dl>
        {KPI_PARTS.filter(part => part !== 'name').map(part => (
          <div key={part}>
            <dt>{KPI_PART_WORDS[part]}</dt>
            <dd>{kpi.parts[part]}</dd>
          </div>
        ))}
        <div>
          <dt>Measured</dt>
          <dd>
            in {kpi.unit}, {cadenceInWords(kpi.cadence)}; {DIRECTION_WORDS[kpi.direction]}
          </dd>
        </div>
      </dl>
    </div>
    <div className={classes.foot}>
      <p>Baseline, target, owner and dates are yours to agree.</p>
      <Button onClick={onPick}>Insert and adapt</Button>
    </div>
  </article>
)

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
}
