import { withPython } from './lib/with-python.mjs'

/**
 * `npm run look -- <folder>`: twenty models built by the server and shown by the page; their STEP is opened by other readers.
 * Pictures go to the folder, the table to stdout.
 */
process.exit(await withPython('test/look/main.ts', { web: true }))
