import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where Debian keeps PostgreSQL's programs, which are not on the path. */
const DEBIAN = '/usr/lib/postgresql'

const onPath = (program: string): string | null =>
  (process.env.PATH ?? '').split(delimiter).find(folder => existsSync(join(folder, program))) ?? null

const debianFolders = (): string[] =>
  existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .filter(version => Number(version) >= 15)
        .sort((a, b) => Number(b) - Number(a))
        .map(version => join(DEBIAN, version, 'bin'))
    : []

/** The folder of PostgreSQL's programs; null when it is not on this machine. */
export const postgresFolder = (): string | null =>
  debianFolders().find(folder => existsSync(join(folder, 'initdb'))) ?? onPath('initdb')

/** The path of redis-server; null when it is not on this machine. */
export function redisProgram(): string | null {
  const folder = onPath('redis-server')
  return folder === null ? null : join(folder, 'redis-server')
}

/** What a run of the tests leaves out for want of a program, one line each; empty when all is there. */
export const leftOut = (): string[] => [
  ...(postgresFolder() === null
    ? [
        'Left out: everything on PostgreSQL. To run it, install PostgreSQL 15 or later (Debian: apt-get install postgresql).',
      ]
    : []),
  ...(redisProgram() === null
    ? [
        'Left out: everything on Redis. To run it, install Redis 7 or later (Debian: apt-get install redis-server).',
      ]
    : []),
]
