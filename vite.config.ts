import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const top = import.meta.dirname

// One copy of yjs and of ProseMirror each: two copies of yjs break instanceof checks, and two sync plugins corrupt positions.
const singletons = ['yjs', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view', 'react', 'react-dom']

export default defineConfig({
  root: join(top, 'client'),
  plugins: [react()],
  resolve: { dedupe: singletons },
  build: { outDir: join(top, 'dist'), emptyOutDir: true, target: 'es2023' },
  server: {
    proxy: { '/api': 'http://localhost:3000', '/sync': { target: 'ws://localhost:3000', ws: true } },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          root: top,
          include: ['test/{shared,client,server,fuzz}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          root: top,
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/build-client.ts'],
          // Two browsers and a server share two cores: stories run one after the other.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
