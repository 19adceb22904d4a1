import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const sources = ['shared', 'server', 'client', 'test'].flatMap(top =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map(name => join(top, name))
    .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !name.includes('node_modules')),
)

const importsOf = (file: string) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\n[^'"]*?)?from\s+['"]([^'"]+)['"]/g,
    ),
  ].map(match => match[1] ?? '')

const graph = new Map(
  sources.map(file => {
    const names = importsOf(file)
    return [
      file,
      {
        packages: names.filter(name => !name.startsWith('.')),
        files: names.filter(name => name.startsWith('.')).map(name => normalize(join(dirname(file), name))),
      },
    ]
  }),
)

const inside = (file: string, folder: string) => file.startsWith(folder + sep)
const arrowsFrom = (folder: string) =>
  [...graph]
    .filter(([file]) => inside(file, folder))
    .flatMap(([file, to]) => to.files.map(target => ({ file, target })))

/** Packages that the pure domain may use, and where. */
const SHARED_PACKAGES: readonly (readonly [prefix: string, packages: RegExp])[] = [
  [join('shared', 'document'), /^(yjs|lib0\/.*)$/],
  [join('shared', 'document', 'schema.ts'), /^@tiptap\//],
  [join('shared', 'document', 'compare'), /^diff$/],
  [join('shared', 'word'), /^(fflate|saxes|marked)$/],
  [join('shared', 'record'), /^(yjs|lib0\/.*)$/],
  [join('shared', 'protocol'), /^(zod|yjs|lib0\/.*)$/],
  [join('shared', 'terms'), /^zod$/],
  [join('shared', 'sealing'), /^(zod|canonicalize|asn1js|fflate|lib0\/.*)$/],
]

describe('the arrows between the folders', () => {
  it('shared imports only shared, and the packages named for it', () => {
    const strays = arrowsFrom('shared').filter(({ target }) => !inside(target, 'shared'))
    const packages = [...graph]
      .filter(([file]) => inside(file, 'shared'))
      .flatMap(([file, to]) => to.packages.map(name => ({ file, name })))
      .filter(
        ({ file, name }) =>
          !SHARED_PACKAGES.some(([prefix, allowed]) => file.startsWith(prefix) && allowed.test(name)),
      )
    expect(strays).toEqual([])
    expect(packages).toEqual([])
  })

  it('client and server never import each other, and nothing imports test', () => {
    const wrong = [
      ...arrowsFrom('client').filter(({ target }) => inside(target, 'server') || inside(target, 'test')),
      ...arrowsFrom('server').filter(({ target }) => inside(target, 'client') || inside(target, 'test')),
    ]
    expect(wrong).toEqual([])
  })

  it('features of the client do not import each other; the page and the app combine them', () => {
    const features = [
      'library',
      'changes',
      'import',
      'editor',
      'terms',
      'outline',
      'readiness',
      'chain',
      'fairness',
      'dates',
      'presence',
      'signing',
      'verify',
      'review',
      'members',
      'account',
      'history',
    ]
    const wrong = features.flatMap(feature =>
      arrowsFrom(join('client', feature)).filter(({ target }) =>
        features.some(
          other =>
            other !== feature &&
            inside(target, join('client', other)) &&
            !target.endsWith('account-state.ts'),
        ),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('has no import cycle', () => {
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
        return
      }
      if (done.has(file)) return
      for (const target of graph.get(file)?.files ?? []) visit(target, [...path, file])
      done.add(file)
    }
    for (const file of graph.keys()) visit(file, [])
    expect(cycles).toEqual([])
  })
})

describe('the shape of the code', () => {
  it('keeps every source file within 300 lines', () => {
    const long = sources
      .filter(file => !inside(file, 'test'))
      .map(file => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 300)
    expect(long).toEqual([])
  })

  it('depends on one Yjs binding only: a second one corrupts the shared text', () => {
    const lock: { packages: Record<string, unknown> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    const names = Object.keys(lock.packages)
    expect(names.filter(name => /node_modules\/(y-prosemirror|y-indexeddb)$/.test(name))).toEqual([])
    expect(names.filter(name => /node_modules\/yjs$/.test(name))).toEqual(['node_modules/yjs'])
  })
})
