import { resolve } from 'node:path'

/** npm runs scripts in the package's folder; the paths are meant from where the person stands. */
export const fromHere = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path)
