import type { AssemblyRecipe, Axis, Face, SubdivisionStep } from '@hewn/model'
import * as fc from 'fast-check'
import { withValueAt } from './recipe-documents.ts'

const FACES: Face[] = ['front', 'back', 'left', 'right', 'top', 'bottom']
const AXES: Axis[] = ['x', 'y', 'z']

/** Tenths of millimetres, so that halves and odd micrometres come up. */
const mm = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.ceil(min * 10), max: Math.floor(max * 10) }).map((tenths) => tenths / 10)

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 })

const material = fc.record(
  {
    thickness: fc.oneof(fc.constant(3), mm(0.5, 12)),
    fingerWidth: mm(1, 60),
    fingerGap: fc.oneof(fc.constant(0), mm(0, 4), fc.constant(10)),
    thicknesses: fc.record(
      Object.fromEntries([...FACES, 'dividers'].map((name) => [name, mm(0.5, 12)])) as Record<
        Face,
        fc.Arbitrary<number>
      >,
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)

const lid = fc.record(
  {
    face: fc.constantFrom('positive' as const, 'negative' as const),
    tabDirection: fc.constantFrom('tabs-in' as const, 'tabs-out' as const),
  },
  { requiredKeys: ['face'] },
)

const base = fc.record({
  type: fc.constantFrom('basicBox' as const, 'enclosedBox' as const),
  width: mm(12, 400),
  height: mm(12, 400),
  depth: mm(12, 400),
  openFaces: maybe(fc.subarray(FACES, { maxLength: 5 })),
  material: maybe(material),
  axis: maybe(fc.constantFrom(...AXES)),
  lid: maybe(
    fc.oneof(
      lid,
      lid.map((one): [typeof one, typeof one] => [
        { ...one, face: 'positive' },
        { ...one, face: 'negative' },
      ]),
    ),
  ),
  measure: maybe(fc.constantFrom('inside' as const, 'outside' as const)),
})

const axes = fc.constantFrom<[Axis, Axis]>(['x', 'z'], ['z', 'x'], ['x', 'y'], ['y', 'x'], ['y', 'z'], ['z', 'y'])

/** Steps name leaves by a number that is looked up when they are run, so that most of them exist. */
type Draft = { leaf: number; step: (space: string) => SubdivisionStep; children: (space: string) => string[] }

const even: fc.Arbitrary<Draft> = fc
  .record({ leaf: fc.nat(), axis: fc.constantFrom(...AXES), count: fc.integer({ min: 1, max: 5 }) })
  .map(({ leaf, axis, count }) => ({
    leaf,
    step: (space) => ({ type: 'subdivideEvenly', void: space, axis, count }),
    children: (space) => Array.from({ length: count }, (_, index) => `${space}/${index}`),
  }))

const split: fc.Arbitrary<Draft> = fc
  .record({
    leaf: fc.nat(),
    axis: fc.constantFrom(...AXES),
    sizes: fc.array(fc.constantFrom('*', '2*', '3*', 10, 20.5), { minLength: 1, maxLength: 3 }),
  })
  .map(({ leaf, axis, sizes }) => ({
    leaf,
    step: (space) => ({ type: 'split', void: space, axis, sizes: [...sizes, '*'] }),
    children: (space) => Array.from({ length: sizes.length + 1 }, (_, index) => `${space}/${index}`),
  }))

const grid: fc.Arbitrary<Draft> = fc
  .record({
    leaf: fc.nat(),
    axes: maybe(axes),
    columns: fc.integer({ min: 1, max: 5 }),
    rows: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ leaf, columns, rows, ...rest }) => ({
    leaf,
    step: (space) => ({ type: 'grid', void: space, columns, rows, ...(rest.axes ? { axes: rest.axes } : {}) }),
    children: (space) =>
      Array.from(
        { length: rows * columns },
        (_, index) => `${space}/r${Math.floor(index / columns)}c${index % columns}`,
      ),
  }))

/** Like what people ask for, and everything beside it: some of it is refused, and then rightly. */
export const anyRecipe: fc.Arbitrary<AssemblyRecipe> = fc
  .record({
    box: base,
    drafts: fc.oneof(
      { weight: 2, arbitrary: fc.constant<Draft[]>([]) },
      { weight: 3, arbitrary: fc.tuple(fc.oneof(grid, even, split)) },
      { weight: 3, arbitrary: fc.array(fc.oneof(grid, even, split), { minLength: 2, maxLength: 6 }) },
    ),
  })
  .map(({ box, drafts }) => {
    const leaves = ['root']
    const subdivisions = drafts.map((draft) => {
      const [space] = leaves.splice(draft.leaf % leaves.length, 1)
      leaves.push(...draft.children(space ?? 'root'))
      return draft.step(space ?? 'root')
    })
    return defined({ ...box, ...(subdivisions.length > 0 ? { subdivisions, allowSealed: true } : {}) })
  })

/** Two sheets that others end on from both sides, in every direction: the hard places of BX22 and BX23. */
export const opposedRecipe: fc.Arbitrary<AssemblyRecipe> = fc
  .record({
    first: fc.constantFrom(...AXES),
    sides: fc.array(fc.oneof(grid, even, split), { minLength: 2, maxLength: 4 }),
    thickness: fc.constantFrom(1, 3, 4.5),
    dividers: maybe(mm(0.5, 5)),
    size: fc.tuple(mm(80, 300), mm(80, 300), mm(80, 300)),
  })
  .map(({ first, sides, thickness, dividers, size }) => {
    const leaves = ['root/0', 'root/1']
    const subdivisions: SubdivisionStep[] = [{ type: 'subdivideEvenly', void: 'root', axis: first, count: 2 }]
    for (const draft of sides) {
      const space = leaves.shift() ?? 'root'
      leaves.push(...draft.children(space))
      subdivisions.push(draft.step(space))
    }
    const [width, height, depth] = size
    const material = { thickness, ...(dividers === undefined ? {} : { thicknesses: { dividers } }) }
    return { type: 'enclosedBox', width, height, depth, material, subdivisions, allowSealed: true }
  })

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T
}

const STRIP = fc.oneof(mm(6.5, 60), mm(-40, -1))

const extensions = fc
  .array(fc.tuple(fc.constantFrom(...FACES), fc.constantFrom('top', 'bottom', 'left', 'right'), STRIP), {
    maxLength: 5,
  })
  .map((raised) => raised.map(([face, edge, by]) => ({ face, extensions: { [edge]: by } })))

/** Edges that carry tabs cannot move, so a raised one that is refused is left out again. */
export const raisedRecipe: fc.Arbitrary<AssemblyRecipe> = fc
  .record({ box: anyRecipe, panels: extensions })
  .map(({ box, panels }) => defined({ ...box, ...(panels.length > 0 ? { panels } : {}) }))

const feet = fc.record({ height: mm(3, 40), width: mm(5, 40), inset: fc.oneof(fc.constant(0), mm(0, 30)) })

export const footedRecipe: fc.Arbitrary<AssemblyRecipe> = fc
  .record({ box: raisedRecipe, feet })
  .map(({ box, feet }) => ({ ...box, feet }))

const pull = fc.oneof(
  fc.constant('none' as const),
  fc.record(
    { type: fc.constantFrom('hole' as const, 'slot' as const, 'notch' as const), width: mm(5, 40), height: mm(5, 20) },
    { requiredKeys: ['type', 'width'] },
  ),
)

const openingLid = fc.record(
  {
    face: fc.constantFrom('positive' as const, 'negative' as const),
    kind: fc.constantFrom('lift-off' as const, 'slide' as const, 'fixed' as const),
    toward: fc.constantFrom(...FACES),
    play: mm(0, 2),
    pull,
  },
  { requiredKeys: ['face', 'kind'] },
)

export const liddedRecipe: fc.Arbitrary<AssemblyRecipe> = fc
  .record({
    box: raisedRecipe,
    lid: fc.oneof(
      openingLid,
      fc.tuple(openingLid, openingLid).map(([one, two]): [typeof one, typeof two] => [
        { ...one, face: 'positive' },
        { ...two, face: 'negative' },
      ]),
    ),
    thickness: maybe(mm(1, 6)),
    feet: maybe(feet),
    open: fc.boolean(),
  })
  .map(({ box, lid, thickness, feet, open }) => {
    const { openFaces, ...rest } = box
    const material = {
      ...box.material,
      thicknesses: { ...box.material?.thicknesses, ...(thickness ? { lid: thickness } : {}) },
    }
    return defined({ ...rest, openFaces: open ? openFaces : undefined, material, lid, feet })
  })

export const drawerRecipe: fc.Arbitrary<AssemblyRecipe> = fc
  .record({
    size: fc.tuple(mm(60, 400), mm(60, 400), mm(60, 400)),
    open: fc.constantFrom<Face>('front', 'back', 'left', 'right'),
    steps: fc.constantFrom<SubdivisionStep[]>(
      [],
      [{ type: 'grid', void: 'root', columns: 2, rows: 3, axes: ['x', 'y'] }],
      [{ type: 'subdivideEvenly', void: 'root', axis: 'y', count: 3 }],
      [
        { type: 'split', void: 'root', axis: 'y', sizes: [25, '*'] },
        { type: 'subdivideEvenly', void: 'root/1', axis: 'x', count: 2 },
      ],
    ),
    clearance: maybe(mm(0, 3)),
    pull: maybe(pull),
    drawers: maybe(mm(1, 5)),
    feet: maybe(feet),
    text: maybe(fc.constantFrom('{n}', 'No {n}')),
  })
  .map(({ size: [width, height, depth], open, steps, clearance, pull, drawers, feet, text }) =>
    defined({
      type: 'enclosedBox' as const,
      width,
      height,
      depth,
      openFaces: [open],
      subdivisions: steps,
      allowSealed: true,
      drawers: [defined({ void: 'root/*', clearance, pull, text })],
      material: drawers === undefined ? undefined : { thicknesses: { drawers } },
      feet,
    }),
  )

const place = fc.record(
  { x: mm(-100, 100), y: mm(-60, 60), from: fc.constantFrom('centre', 'top', 'bottom-left', 'right', 'top-right') },
  { requiredKeys: [] },
)
const repeat = fc.record({
  columns: fc.integer({ min: 1, max: 4 }),
  rows: fc.integer({ min: 1, max: 3 }),
  dx: mm(2, 30),
  dy: mm(2, 30),
})
const cutout = fc
  .tuple(
    fc.oneof(
      fc.record({ type: fc.constant('circle' as const), diameter: mm(0.5, 60) }),
      fc.record(
        { type: fc.constant('rect' as const), width: mm(0.5, 60), height: mm(0.5, 40), radius: mm(0, 20) },
        { requiredKeys: ['type', 'width', 'height'] },
      ),
      fc.record({ type: fc.constant('slot' as const), width: mm(0.5, 60), height: mm(0.5, 40) }),
      fc.record({
        type: fc.constant('polygon' as const),
        points: fc.array(fc.tuple(mm(-20, 20), mm(-20, 20)), { minLength: 3, maxLength: 7 }),
      }),
      fc.record(
        {
          type: fc.constant('notch' as const),
          edge: fc.constantFrom('top', 'bottom', 'left', 'right'),
          width: mm(1, 60),
          depth: mm(1, 30),
          radius: mm(0, 20),
        },
        { requiredKeys: ['type', 'edge', 'width', 'depth'] },
      ),
    ),
    place,
    maybe(repeat),
  )
  .map(([shape, at, repeat]) => defined({ ...shape, ...at, repeat }))

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
const letters = fc
  .array(fc.constantFrom(...'ABCgjQ09 .-ÄéØ°'), { minLength: 1, maxLength: 8 })
  .map((list) => list.join(''))
const panelStep = fc.record(
  {
    face: fc.constantFrom<string>(
      ...FACES,
      'divider:root:x0',
      'lid:top',
      'drawer:root/0:front',
      'ledge:top:left:upper',
    ),
    cutouts: fc.array(cutout, { maxLength: 4 }),
    fillets: fc.array(fc.record({ corners: fc.subarray([...CORNERS]), radius: mm(0, 60) }), { maxLength: 2 }),
    texts: fc.array(
      fc.record({ text: letters, height: mm(2, 30), layer: fc.constantFrom('engrave' as const, 'score' as const) }),
      { maxLength: 1 },
    ),
  },
  { requiredKeys: ['face'] },
)

/** Cut-outs, fillets and texts on boxes of every kind, wherever they may come to lie. */
export const decoratedRecipe: fc.Arbitrary<AssemblyRecipe> = fc
  .record({
    box: fc.oneof(raisedRecipe, footedRecipe, liddedRecipe, drawerRecipe),
    steps: fc.array(panelStep, { minLength: 1, maxLength: 4 }),
  })
  .map(({ box, steps }) => ({ ...box, panels: [...(box.panels ?? []), ...steps] }) as AssemblyRecipe)

/** Walls that go on past a closed top or bottom, round at their free corners, with vents and hand holes. */
export const rimmedRecipe: fc.Arbitrary<AssemblyRecipe> = fc
  .record({
    size: fc.tuple(mm(70, 300), mm(70, 300), mm(70, 300)),
    thickness: fc.constantFrom(2, 3, 4.5),
    rims: fc.array(fc.record({ face: fc.constantFrom<Face>('front', 'back', 'left', 'right'), by: mm(6, 60) }), {
      minLength: 2,
      maxLength: 4,
    }),
    edge: fc.constantFrom('top', 'bottom'),
    radius: mm(0, 20),
    vents: fc.record({
      columns: fc.integer({ min: 1, max: 6 }),
      rows: fc.integer({ min: 1, max: 3 }),
      diameter: mm(1, 6),
    }),
    hand: fc.tuple(mm(20, 60), mm(8, 25)),
  })
  .map(({ size: [width, height, depth], thickness, rims, edge, radius, vents, hand }): AssemblyRecipe => {
    const faces = new Map(rims.map(({ face, by }) => [face, by]))
    const { columns, rows, diameter } = vents
    const step = diameter + 2 * thickness
    return {
      type: 'enclosedBox',
      width,
      height,
      depth,
      material: { thickness },
      panels: [...faces].map(([face, by], index) => ({
        face,
        extensions: { [edge]: by },
        fillets: [{ corners: [`${edge}-left`, `${edge}-right`] as ('top-left' | 'top-right')[], radius }],
        cutouts:
          index === 0
            ? [{ type: 'circle', diameter, x: -step, y: -step, repeat: { columns, rows, dx: step, dy: step } }]
            : [{ type: 'slot', width: hand[0], height: hand[1], from: edge as 'top', y: edge === 'top' ? -30 : 30 }],
      })),
    }
  })

/** What is refused is mended with what the refusal proposes, as a person would, so that odd recipes come to be boxes too. */
export function mended(
  document: unknown,
  parse: (value: unknown) => { ok: boolean; error?: readonly Refusal[] },
): unknown {
  let recipe = document
  for (let turn = 0; turn < 12; turn++) {
    const parsed = parse(recipe)
    if (parsed.ok) return recipe
    const problem = parsed.error?.find(({ nearest }) => nearest !== undefined)
    if (!problem) return undefined
    recipe = withValueAt(recipe, problem.path, problem.nearest)
  }
  return undefined
}

interface Refusal {
  path: string
  nearest?: unknown
}
