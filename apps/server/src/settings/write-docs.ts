import { writeFileSync } from 'node:fs'
import { settingsPage } from './docs.ts'

writeFileSync(new URL('../../../../docs/settings.md', import.meta.url), settingsPage())
