import { withNode } from './lib/with-node.mjs'

/** `npm run canvas:kills`: whoever writes a canvas is killed in mid-write, a hundred times on SQLite and on PostgreSQL. */
process.exit(await withNode('packages/storage/test/kills-main.ts', async () => process.argv.slice(2)))
