import { expect, it } from 'vitest'
import { conformanceTable } from './conformance-table.ts'
import type { Verdict } from './run-upstream.ts'

const ran = (path: string, volume: number, more: Partial<Verdict> = {}): Verdict => ({
  path,
  folder: path.slice(0, path.lastIndexOf('/')),
  state: 'passed',
  seconds: 1,
  layers: 1,
  solids: 1,
  volume,
  ...more,
})

it('[KN71] the report has a line per script and says how many passed, failed, or need a tool', () => {
  const report = conformanceTable([
    ran('examples/a.py', 12.34),
    ran('examples/b.py', 0, { state: 'failed', why: 'line 3 | wrong\nthere', solids: 0, layers: 0 }),
    ran('docs/c.py', 0, { state: 'needs', why: 'sphinx', solids: 0, layers: 0 }),
  ])
  expect(report).toContain('### examples: 1 of 2')
  expect(report).toContain('| a.py | passed | 1 | 1 | 12.3 | 1.0 |')
  expect(report).toContain('failed: line 3 \\| wrong there')
  expect(report).toContain('1 of 3 scripts pass; 1 need a tool that is not for designs; 1 fail.')
})

it('[KN72] twins agree to 1e-6 of their volume, and a published mass within what its own script allows', () => {
  const report = conformanceTable([
    ran('examples/vase.py', 1000),
    ran('examples/vase_algebra.py', 1000.0005),
    ran('examples/cup.py', 1000),
    ran('examples/cup_algebra.py', 1000.002),
    ran('docs/ttt-ppp0101.py', 102_198.7 * 1.004),
    ran('docs/ttt-ppp0102.py', 42_245.1 * 1.02),
    ran('docs/ttt-24-SPO-06-Buffer_Stand.py', 228_134 / 25.4 ** 3),
  ])
  expect(report).toMatch(/vase\.py .* equal \|/)
  expect(report).toMatch(/cup\.py .* differ \|/)
  expect(report).toMatch(/bearing bracket .* met \(0\.5 %\)/)
  expect(report).toMatch(/post cap .* MISSED \(1\.5 %\)/)
  expect(report).toMatch(/buffer stand .* met/)
})
