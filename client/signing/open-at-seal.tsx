import type { Manifest } from '../../shared/sealing/manifest.ts'
import { unreviewedWords } from '../../shared/sealing/verification-words.ts'
import { waiverReports } from '../../shared/sealing/waiver-report.ts'
import { WaiverList } from '../sealed/waiver-list.tsx'
import classes from './version-page.module.css'

const SECTION_ID = 'open-at-seal'

interface OpenAtSealProps {
  readonly manifest: Pick<Manifest, 'body' | 'waivers' | 'unreviewed'>
}

const isAnything = ({ waivers, unreviewed }: OpenAtSealProps['manifest']) =>
  waivers.length > 0 || unreviewed > 0

/** Says, where one signs, that something was left open, and leads there. */
export function OpenAtSealNote({ manifest }: OpenAtSealProps) {
  if (!isAnything(manifest)) return null
  const count = manifest.waivers.length + manifest.unreviewed
  return (
    <p className={classes.openNote}>
      This version was sealed with{' '}
      <a href={`#${SECTION_ID}`}>{count === 1 ? 'one open point' : `${count} open points`}</a>.
    </p>
  )
}

/** What was left open when the version was sealed: it is signed with the text. */
export function OpenAtSeal({ manifest }: OpenAtSealProps) {
  if (!isAnything(manifest)) return null
  return (
    <section id={SECTION_ID} tabIndex={-1} aria-labelledby="open-at-seal-title">
      <h2 className={classes.subheading} id="open-at-seal-title">
        Left open at the seal
      </h2>
      {manifest.waivers.length > 0 && <WaiverList waivers={waiverReports(manifest)} />}
      {manifest.unreviewed > 0 && <p className={classes.hint}>{unreviewedWords(manifest.unreviewed)}</p>}
    </section>
  )
}
