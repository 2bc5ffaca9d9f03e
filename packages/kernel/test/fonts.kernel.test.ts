import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createKernel, type KernelEvent } from '@hewn/kernel'
import { workerFactory } from '@hewn/kernel/node'
import { systemWorld } from '@hewn/model/world'
import { pythonForTests } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { kernelForTests, requestFor, valueOf } from './kernel-for-tests.ts'

const { run, blobs } = kernelForTests()
const areaOf = `from build123d import *
def area(font, style=FontStyle.REGULAR): return round(Text("Hewn 2026", 20, font=font, font_style=style).area, 3)
`

describe('fonts', () => {
  it('[KN30] a text is drawn in the fonts that ship with the runner; usual names stand for them', async () => {
    const ran = await run(
      `${areaOf}
print(area("Arial") == area("Helvetica") == area("Liberation Sans"), area("Times") == area("Liberation Serif"))
print(area("Courier") == area("Liberation Mono"), len({area("Arial"), area("Times"), area("Courier"), area("DejaVu Sans")}))
print(area("Arial", FontStyle.BOLD) > area("Arial"))
result = Box(1, 1, 1)`,
      { formats: [] },
    )
    valueOf(ran)
    expect(ran.log).toEqual(['stdout: True True', 'stdout: True 4', 'stdout: True'])
  })

  it('[KN30] a folder of the owner’s own fonts is read too, in every form of the room', {
    timeout: 120_000,
  }, async () => {
    const own = mkdtempSync(join(tmpdir(), 'hewn-fonts-'))
    chmodSync(own, 0o755)
    const family =
      'import sys\nfrom fontTools.ttLib import TTFont\nfont = TTFont(sys.argv[1])\nfor name in font["name"].names:\n    if name.nameID in (1, 4, 16): name.string = "Own Letters"\nfont.save(sys.argv[2])'
    const shipped = fileURLToPath(new URL('../../../python/runner/fonts/LiberationSerif-Regular.ttf', import.meta.url))
    execFileSync(pythonForTests(), ['-c', family, shipped, join(own, 'own.ttf')])
    writeFileSync(join(own, 'broken.ttf'), 'no font')
    for (const sandbox of ['auto', 'bare'] as const) {
      const factory = workerFactory({ python: pythonForTests(), warm: 2, sandbox, fonts: own })
      const other = createKernel({ factory, blobs, world: systemWorld })
      const lines: string[] = []
      const code = `${areaOf}
print(area("Own Letters") == area("Times"), area("Own Letters") == area("Arial"))
import os
print("HEWN_FONTS" in os.environ)
result = Box(1, 1, 1)`
      const hear = (event: KernelEvent) => (event.t === 'log' ? lines.push(event.text) : undefined)
      const built = await other.build(requestFor(code, { formats: [] }), hear, new AbortController().signal)
      await other.close()
      expect([sandbox, built.ok, lines]).toEqual([sandbox, true, ['True False', 'False']])
    }
    rmSync(own, { recursive: true })
  })

  it('[KN30] a font that is not here and a letter that none has are said once, by name, with no place of the machine', async () => {
    const ran = await run(
      `${areaOf}
area("Nope"); area("Nope")
sign = Text("漢字", 10)
result = Box(1, 1, 1)`,
      { formats: [] },
    )
    valueOf(ran)
    expect(ran.log).toEqual([
      'hewn: The font Nope is not here; DejaVu Sans stands in for it.',
      'hewn: No font here has 字 漢.',
    ])
  })
})
