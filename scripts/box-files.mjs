import { withPython } from './lib/with-python.mjs'

/** `npm run box-files`: every file of every box story, opened again by another program and compared with its panels. */
process.exit(await withPython('bench/reopen-box-files.ts'))
