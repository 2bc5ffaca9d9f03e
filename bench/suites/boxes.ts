import { cutSheets, executeRecipe, layersOf, toSvg } from '@hewn/boxes'
import type { AssemblyRecipe } from '@hewn/model'
import { encodeGeometry } from '@hewn/protocol'
import { boxFiles } from './box-files.ts'
import { atMost, type Row, timed } from '../row.ts'

const plain: AssemblyRecipe = { type: 'basicBox', width: 150, height: 80, depth: 100, openFaces: ['top'] }
const grid = (columns: number, rows: number, size: number): AssemblyRecipe => ({
  type: 'basicBox',
  width: size,
  height: 80,
  depth: size,
  openFaces: ['top'],
  subdivisions: [{ type: 'grid', void: 'root', columns, rows }],
})

const prove = (recipe: AssemblyRecipe) => () => {
  if (!executeRecipe(recipe).engine.proof.ok) throw new Error('The box of the bench is not proven')
}

/** Medians are of a warm engine: the compiler has seen every way through it. */
const WARM = { before: 200 }

/** Public tools that make the same boxes, and why no figure of theirs stands beside ours. */
export const PEERS_NOT_RUN: Readonly<Record<string, string>> = {
  'boxes.py': 'there is no checkout of it here, and nothing yet that reads its sheets back as panels',
  'designers in a browser': 'there is no engine of theirs here to run on the same recipes',
}

/** From a recipe to panels with their proof, to what a page shows and to what a cutter reads. */
export async function boxes(): Promise<Row[]> {
  const { engine: large } = executeRecipe(grid(20, 20, 600))
  if (!large.proof.ok) throw new Error('The box of the bench is not proven')
  return [
    atMost('boxes', 'recipe → proven panels, plain', await timed(prove(plain), WARM), 1),
    atMost('boxes', 'recipe → proven panels, 5 × 5', await timed(prove(grid(5, 5, 300)), WARM), 3),
    atMost('boxes', 'recipe → proven panels, 20 × 20', await timed(prove(grid(20, 20, 600)), WARM), 15),
    atMost('boxes', 'meshes of the 20 × 20', await timed(() => layersOf(large), { before: 20, runs: 20 }), 10),
    {
      suite: 'boxes',
      name: 'recipe → geometry blobs, 5 × 5',
      unit: 'ms',
      ours: await timed(() => {
        for (const { geometry } of layersOf(executeRecipe(grid(5, 5, 300)).engine))
          if (geometry) encodeGeometry(geometry)
      }),
    },
    {
      suite: 'boxes',
      name: 'recipe → cut sheets as SVG, 5 × 5',
      unit: 'ms',
      ours: await timed(() => {
        const sheets = cutSheets(executeRecipe(grid(5, 5, 300)).engine)
        if (!sheets.ok) throw new Error('The box of the bench has no sheets')
        return sheets.value.map((sheet) => toSvg(sheet))
      }),
    },
    ...(await boxFiles()),
  ]
}
