import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

const top = import.meta.dirname

// One copy of yjs and of ProseMirror each: two copies of yjs break instanceof checks, and two sync plugins corrupt positions.
const singletons = ['yjs', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view', 'react', 'react-dom']

/** Everything that the app is made of lies on the device after the first visit, pages that were never opened included. */
const appShell = VitePWA({
  injectRegister: null,
  registerType: 'prompt',
  workbox: {
    globPatterns: ['**/*.{html,js,css,svg,png,woff2,wasm,json}'],
    maximumFileSizeToCacheInBytes: 12 * 1024 * 1024,
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [
      /^\/api\//,
      /^\/sync\//,
      /^\/(healthz|metrics|openapi\.json)$/,
      /^\/(calendar|schema)\//,
    ],
    cleanupOutdatedCaches: true,
    // The first visit already works without a network; a newer version waits until the last tab of the older one is closed.
    clientsClaim: true,
    skipWaiting: false,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
  manifest: {
    name: 'Parley',
    short_name: 'Parley',
    description:
      'Write an agreement together, also offline, seal it, sign it, and hold a file that proves itself.',
    lang: 'en',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f3f2ee',
    theme_color: '#f3f2ee',
    categories: ['business', 'productivity'],
    icons: [
      { src: '/parley.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
})

export default defineConfig({
  root: join(top, 'client'),
  plugins: [react(), appShell],
  resolve: { dedupe: singletons },
  worker: { format: 'es' },
  build: { outDir: join(top, 'dist'), emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 800 },
  server: {
    proxy: {
      // The modules of client/api are served under the same path: they are not for the server.
      '^/api/(?!.*\\.tsx?(?:\\?|$))': 'http://localhost:3000',
      '^/(calendar|schema)/': 'http://localhost:3000',
      '/sync': { target: 'ws://localhost:3000', ws: true },
    },
  },
  test: {
    // Much of the time is spent waiting for processes, disks and browsers: one file at a time would leave a core idle. With one more
    // than there are cores the run is a minute shorter, and now and then a browser comes too late for what a test expects of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          root: top,
          include: ['test/{shared,client,server,fuzz}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          globalSetup: ['test/support/services/global-setup.ts'],
          // Loading the server anew for each file took a third of the time. No test leaves anything behind in a module.
          isolate: false,
          // Whole servers start and end here; on a busy machine that alone takes seconds.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          root: top,
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/build-client.ts'],
          // What drives the browsers takes a second to load.
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
