import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { surprise } from './lib/arrows.ts'
import { importsOf } from './lib/imports-of.ts'
import { CODE, ROOT, sourceFiles } from './lib/source-files.ts'

/** What the table says of a file with this text. */
const judge = (file: string, text: string) =>
  importsOf(file, text)
    .map((imported) => surprise(file, imported))
    .filter((sentence) => sentence !== undefined)

describe('arrows', () => {
  const files = sourceFiles(CODE)

  it('finds the house', () => expect(files.length).toBeGreaterThan(60))

  it('[CV5] every file imports what the table of the design page allows, types included', () => {
    const surprises = files.flatMap((file) => judge(file, readFileSync(join(ROOT, file), 'utf8')))
    expect(surprises).toEqual([])
  })
})

describe('what the way from a recipe to its proof needs', () => {
  /** Every file that one file leads to by what it imports beside itself. */
  const reached = (file: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(file)) return seen
    seen.add(file)
    const source = readFileSync(join(ROOT, file), 'utf8')
    for (const { how, specifier } of importsOf(file, source))
      if (how !== 'type' && specifier.startsWith('.')) reached(join(dirname(file), specifier), seen)
    return seen
  }
  const boxes = 'packages/boxes/src'

  it('[BX69] no boolean of polygons, no sheet, no file and no view: a page that only proves loads none of them', () => {
    const way = [...reached(`${boxes}/execute-recipe.ts`)]
    expect(way).toContain(`${boxes}/proof/prove.ts`)
    const beside = ['sheets', 'nest', 'view', 'link', 'edits', 'coupon'].map((folder) => `${boxes}/${folder}/`)
    expect(way.filter((file) => beside.some((folder) => file.startsWith(folder)))).toEqual([])
    expect([...reached(`${boxes}/sheets/to-svg.ts`)]).toContain(`${boxes}/sheets/cut-lines.ts`)
  })
})

describe('an arrow that is not in the table gives a sentence that says where to meet', () => {
  const cases: [file: string, text: string, sentence: string][] = [
    [
      'packages/canvas/src/x.ts',
      "import { createKernel } from '@hewn/kernel'",
      'packages/canvas/src/x.ts:1 imports @hewn/kernel: canvas and kernel meet in apps/server; put what both need into model or protocol',
    ],
    [
      'packages/canvas/src/x.ts',
      "\nimport type { Kernel } from '@hewn/kernel'",
      'packages/canvas/src/x.ts:2 imports @hewn/kernel: canvas and kernel meet in apps/server; put what both need into model or protocol',
    ],
    [
      'packages/canvas/src/x.ts',
      "type Kernel = import('@hewn/kernel').Kernel",
      'packages/canvas/src/x.ts:1 imports @hewn/kernel: canvas and kernel meet in apps/server; put what both need into model or protocol',
    ],
    [
      'packages/agent/src/x.ts',
      "export * from '@hewn/kernel'",
      'packages/agent/src/x.ts:1 imports @hewn/kernel: agent asks through a port of its own; agent and kernel meet in apps/server',
    ],
    [
      'packages/boxes/src/x.ts',
      "import { recipe } from '@hewn/model/schemas'",
      "packages/boxes/src/x.ts:1 imports @hewn/model/schemas: boxes uses model's root door alone, so that it stays small in a browser",
    ],
    [
      'packages/boxes/src/x.ts',
      "const disk = await import('node:fs')",
      'packages/boxes/src/x.ts:1 imports node:fs: boxes runs without Node here; let it take what it needs as an argument, or put this behind a ./node door',
    ],
    [
      'packages/boxes/src/x.ts',
      "import { z } from 'zod'",
      'packages/boxes/src/x.ts:1 imports zod: packages/boxes/src uses fflate alone; put this behind a door that may, or into an app',
    ],
    [
      'packages/model/src/x.ts',
      "import { recipe } from './schemas/recipe.ts'",
      'packages/model/src/x.ts:1 imports ./schemas/recipe.ts: what lies in packages/model/src/schemas has a door of its own; let packages/model/src take it as an argument',
    ],
    [
      'packages/kernel/src/x.ts',
      "import { spawnFactory } from './node/index.ts'",
      'packages/kernel/src/x.ts:1 imports ./node/index.ts: what lies in packages/kernel/src/node has a door of its own; let packages/kernel/src take it as an argument',
    ],
    [
      'packages/kernel/src/x.ts',
      "import { fold } from '../../canvas/src/fold.ts'",
      'packages/kernel/src/x.ts:1 imports ../../canvas/src/fold.ts: canvas is entered by its door, @hewn/canvas',
    ],
    [
      'packages/kernel/src/x.ts',
      "import { systemWorld } from '@hewn/model/world'",
      'packages/kernel/src/x.ts:1 imports @hewn/model/world: time and chance are arguments; take a World from the app',
    ],
    [
      'apps/server/src/x.ts',
      "import { testWorld } from '@hewn/testing'",
      'apps/server/src/x.ts:1 imports @hewn/testing: fakes are for tests; take the real thing as an argument',
    ],
    [
      'apps/web/src/x.ts',
      "import { serveCanvas } from '@hewn/canvas/node'",
      'apps/web/src/x.ts:1 imports @hewn/canvas/node: the page meets canvas in apps/server, over HTTP and the canvas',
    ],
    [
      'apps/web/src/x.ts',
      "import { serve } from '@hewn/server'",
      'apps/web/src/x.ts:1 imports @hewn/server: apps do not know each other; put what both need into a package',
    ],
    [
      'apps/web/src/viewer/x.ts',
      "import { useState } from 'react'",
      'apps/web/src/viewer/x.ts:1 imports react: apps/web/src/viewer uses three and three-mesh-bvh alone; put this behind a door that may, or into an app',
    ],
    [
      'apps/cli/src/x.ts',
      "import { serve } from '@hewn/server'",
      "apps/cli/src/x.ts:1 imports @hewn/server: the server is loaded when it is asked for: await import('@hewn/server')",
    ],
    [
      'apps/server/src/x.ts',
      "import { x } from '@hewn/kernel/src/queue.ts'",
      'apps/server/src/x.ts:1 imports @hewn/kernel/src/queue.ts: there is no such door; @hewn/kernel has @hewn/kernel, @hewn/kernel/node',
    ],
    [
      'scripts/start.mjs',
      "import { hewnError } from '@hewn/model'",
      'scripts/start.mjs:1 imports @hewn/model: scripts run before anything is installed; they use node:* and files of scripts/ alone',
    ],
  ]
  it.each(cases)('%s: %s', (file, text, sentence) => expect(judge(file, text)).toEqual([sentence]))

  it.each([
    ['packages/canvas/src/x.ts', "import { encodeGeometry } from '@hewn/protocol'"],
    ['packages/canvas/src/node/x.ts', "import { AsyncLocalStorage } from 'node:async_hooks'"],
    ['packages/canvas/src/x.test.ts', "import { testWorld } from '@hewn/testing'"],
    ['apps/cli/src/x.ts', "const { serve } = await import('@hewn/server')"],
    ['apps/cli/src/x.ts', "import type { Server } from '@hewn/server'"],
  ])('and one that is in it gives none, %s: %s', (file, text) => expect(judge(file, text)).toEqual([]))
})
