import { withNode } from './lib/with-node.mjs'

/** `npm run docs`: renews the pages that are made from the sources. */
for (const file of ['scripts/docs/write.ts', 'apps/server/src/settings/write-docs.ts']) {
  const status = await withNode(file)
  if (status !== 0) process.exit(status)
}
