import { writeFileSync } from 'node:fs'
import { errorsPage } from './errors-page.ts'

/** `npm run docs`: writes the pages that are made from the sources. */
writeFileSync(new URL('../../docs/errors.md', import.meta.url), errorsPage())
