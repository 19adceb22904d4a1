import { Button } from '@mantine/core'
import classes from './welcome.module.css'

interface WelcomeProps {
  readonly onStart: () => void
  readonly onSample: () => void
  readonly onImport: () => void
  readonly opening: boolean
  readonly signIn: React.ReactNode
}

/** The first screen of a first visit. */
export const Welcome = ({ onStart, onSample, onImport, opening, signIn }: WelcomeProps) => (
  <div className={classes.welcome}>
    <div>
      <h1 className={classes.title} tabIndex={-1}>
        An agreement is written together
      </h1>
      <p className={classes.text}>
        Parley is one page on which every partner writes, at the same time or each on their own, with or
        without a network. When it says what you all mean, you seal it, each party signs on its own device,
        and you hold a file that proves itself to anyone.
      </p>
      <div className={classes.actions}>
        <Button size="md" onClick={onStart}>
          Start an agreement
        </Button>
        <Button size="md" variant="default" onClick={onSample} loading={opening}>
          Open the sample agreement
        </Button>
        <Button size="md" variant="default" onClick={onImport}>
          Import a Word file
        </Button>
      </div>
      <p className={classes.note}>
        No account needed: what you write stays on this device until you share it.
      </p>
      {signIn && <p className={classes.note}>{signIn}</p>}
    </div>
    <div className={classes.sheet} aria-hidden="true">
      <p className={classes.sheetTitle}>Regional delivery partnership</p>
      <p className={classes.clause}>
        <span>1</span> Purpose
      </p>
      <p>
        <b>Nordlicht Energie</b> and <b>Harbour Logistics</b> deliver one service together, as if they were
        one house.
      </p>
      <p className={classes.clause}>
        <span>2</span> Shares
      </p>
      <p>
        Costs are shared by use, <mark>60 %</mark> and <mark>40 %</mark>, and looked at again each spring.
      </p>
      <div className={classes.signatures}>
        <span>Ada Lund</span>
        <span>Ben Mori</span>
      </div>
    </div>
  </div>
)
