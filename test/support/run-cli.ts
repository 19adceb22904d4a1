import { spawn } from 'node:child_process'

/** What a command wrote, and how it ended. */
export interface CliRun {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a command of `server/cli` as npm does it: the script in the package's folder, the person in another one. */
export const runCli = (script: string, folder: string, args: readonly string[]): Promise<CliRun> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`server/cli/${script}`, ...args], {
      env: { ...process.env, INIT_CWD: folder },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', data => {
      out += data
    })
    child.stderr.on('data', data => {
      err += data
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
