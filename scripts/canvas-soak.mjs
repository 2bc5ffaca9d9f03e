import { withPython } from './lib/with-python.mjs'

/** `npm run canvas:soak -- --minutes 10`: the page in two browsers and a Python program follow a session through a bad network. */
process.exit(await withPython('test/soak/canvas.ts', { web: true }))
