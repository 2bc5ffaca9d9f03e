import type { AssemblyRecipe, Axis, Face, SubdivisionStep } from '@hewn/model'
import * as fc from 'fast-check'

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
