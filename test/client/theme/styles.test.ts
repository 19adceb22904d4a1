import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast } from './contrast.ts'

const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !name.includes('node_modules'))
  .map(name => readFileSync(join('client', name), 'utf8'))

const components = new Set(
  sources
    .flatMap(source => [...source.matchAll(/import\s*\{([^}]*)\}\s*from '@mantine\/core'/g)])
    .flatMap(match => (match[1] ?? '').split(','))
    .map(name => name.replace(/^\s*type\s.*/, '').trim())
    .filter(name => /^[A-Z]/.test(name)),
)
const styles = readFileSync('client/theme/styles.ts', 'utf8')

describe('the styles of Mantine', () => {
  it('are loaded for every component that a screen uses', () => {
    const missing = [...components].filter(
      name =>
        existsSync(`node_modules/@mantine/core/styles/${name}.css`) &&
        !styles.includes(`/styles/${name}.layer.css`),
    )
    expect(components.size).toBeGreaterThan(10)
    expect(missing).toEqual([])
  })
})

describe('the colours', () => {
  const css = readFileSync('client/theme/tokens.css', 'utf8')
  const scheme = (block: string | undefined) =>
    Object.fromEntries([...(block ?? '').matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(m => [m[1], m[2]]))
  const [light, dark] = css.split('[data-mantine-color-scheme="dark"]').map(scheme)

  it.each([
    ['light', light],
    ['dark', dark],
  ])('of the %s scheme can be read on every surface', (_name, tokens) => {
    const surfaces = ['desk', 'paper', 'panel', 'hover']
    const pairs = [
      ...['ink', 'ink-2', 'accent', 'ok', 'warn', 'danger'].flatMap(text =>
        surfaces.map(surface => [text, surface]),
      ),
      ...['accent', 'ok', 'warn', 'danger'].flatMap(name => [
        [name, `${name}-soft`],
        ['ink', `${name}-soft`],
        ['accent-ink', name],
      ]),
    ]
    const weak = pairs.filter(
      ([text, surface]) =>
        contrast(tokens?.[text ?? ''] ?? '#000000', tokens?.[surface ?? ''] ?? '#000000') < 4.5,
    )
    expect(weak).toEqual([])
  })
})
