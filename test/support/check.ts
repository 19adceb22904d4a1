import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** One checker each: several would check much of what they share once each. */
const CHECKS = [
  'tsc -p . --checkers 1',
  'biome check --error-on-warnings',
  'tsc -p server --checkers 1',
  'tsc -p shared --checkers 1',
]

/** Types, lint and format, side by side; run by npm, which knows where the programs are. All say what they find before it fails. */
const codes = await Promise.all(
  CHECKS.map(async command => {
    const [code] = await once(spawn(command, { shell: true, stdio: 'inherit' }), 'exit')
    return code
  }),
)
process.exitCode = codes.every(code => code === 0) ? 0 : 1
