import './theme/styles.ts'
import { createRoot } from 'react-dom/client'
import { must } from '../shared/result.ts'
import { App } from './app.tsx'
import { registerServiceWorker } from './service-worker.ts'
import { showNewVersion } from './shell/new-version.ts'
import { startDevice } from './this-device.ts'

startDevice()
// While developing, a worker that answers from its cache would hide every change.
if (import.meta.env.PROD) registerServiceWorker(navigator.serviceWorker, showNewVersion)

createRoot(must(document.getElementById('root'), 'index.html has a root')).render(<App />)
