import { defineConfig } from 'vitest/config'

// One project per suite of `npm test`. A file says which suite it belongs to by its name.
const suite = (name: string, include: string[], exclude: string[] = [], testTimeout = 10_000) => ({
  test: {
    name,
    include,
    exclude: ['**/node_modules/**', '**/dist/**', ...exclude],
    testTimeout,
    hookTimeout: testTimeout,
    // What is waited for comes when it comes: a busy machine fails no test.
    expect: { poll: { timeout: testTimeout / 2 } },
  },
})

export default defineConfig({
  test: {
    projects: [
      suite(
        'unit',
        ['packages/*/{src,test}/**/*.test.{ts,tsx}', 'apps/{web,cli}/src/**/*.test.{ts,tsx}', 'recipes/*.test.ts'],
        ['**/*.{property,contract,kernel,cluster}.test.ts'],
      ),
      // Rules about the sources themselves; part of the suite `check`.
      suite('house', ['test/**/*.test.ts'], [], 30_000),
      suite('property', ['**/*.property.test.ts'], [], 120_000),
      suite('contract', ['**/*.contract.test.ts'], [], 60_000),
      suite(
        'server',
        ['apps/server/**/*.test.ts', 'apps/cli/test/**/*.test.ts', 'scripts/**/*.test.ts', 'examples/**/*.test.ts'],
        ['**/*.{property,contract,kernel,sandbox,cluster}.test.ts'],
        60_000,
      ),
      suite('edge', ['apps/edge/**/*.test.ts'], [], 60_000),
      suite('kernel', ['**/*.kernel.test.ts'], [], 180_000),
      suite('conformance-smoke', ['packages/kernel/conformance-smoke/*.conformance.test.ts'], [], 60_000),
      suite('cluster', ['**/*.cluster.test.ts'], [], 60_000),
      suite('sandbox', ['**/*.sandbox.test.ts'], [], 120_000),
      suite('browser', ['test/browser/**/*.e2e.ts'], [], 180_000),
    ],
  },
})
