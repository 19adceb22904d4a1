import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// One copy of yjs and of ProseMirror each: two copies of yjs break instanceof checks, and two sync plugins corrupt positions.
const singletons = ['yjs', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view', 'react', 'react-dom']

export default defineConfig({
  root: 'client',
  plugins: [react()],
  resolve: { dedupe: singletons },
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2023' },
  server: { proxy: { '/api': 'http://localhost:3000', '/sync': { target: 'ws://localhost:3000', ws: true } } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', root: '.', include: ['test/{shared,client,server,fuzz}/**/*.test.{ts,tsx}', 'test/*.test.ts'] },
      },
    ],
  },
})
