import * as fc from 'fast-check'

// Documents with every field of the form, wherever they may stand, whether or not the engine can make them.

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4 })
const number = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 200 }) },
  { weight: 1, arbitrary: fc.constantFrom(-5, 0, 0.25, 1e9, 2500) },
)
const face = fc.constantFrom('front', 'back', 'left', 'right', 'top', 'bottom')
const axis = fc.constantFrom('x', 'y', 'z')
const edge = fc.constantFrom('top', 'bottom', 'left', 'right')
const space = fc.constantFrom('root', 'root/0', 'child:1', 'nowhere')
const record = (
  required: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>> = {},
) =>
  fc.record(
    { ...required, ...Object.fromEntries(Object.entries(optional).map(([name, value]) => [name, some(value)])) },
    { requiredKeys: Object.keys(required) },
  )

const pull = fc.oneof(
  fc.constant('none'),
  record({ type: fc.constantFrom('hole', 'slot', 'notch'), width: number }, { height: number }),
)
const lid = record(
  { face: fc.constantFrom('positive', 'negative') },
  {
    tabDirection: fc.constantFrom('tabs-in', 'tabs-out'),
    kind: fc.constantFrom('fixed', 'lift-off', 'slide'),
    toward: face,
    play: number,
    pull,
  },
)
const subdivision = fc.oneof(
  record(
    { type: fc.constant('grid'), void: space },
    { columns: fc.integer({ min: 0, max: 25 }), rows: number, axes: fc.tuple(axis, axis), axis },
  ),
  record({ type: fc.constant('subdivideEvenly'), void: space, count: number }, { axis }),
  record({
    type: fc.constant('split'),
    void: space,
    axis,
    sizes: fc.oneof(
      fc.array(fc.oneof(number, fc.constantFrom('*', '2*', 'x'))),
      fc.constantFrom('100:50:*', '4x35', '', '*'),
    ),
  }),
)
const placed = {
  x: number,
  y: number,
  from: fc.constantFrom('centre', 'top', 'bottom-left'),
  repeat: record({ columns: number, rows: number, dx: number, dy: number }),
}
const cutout = fc.oneof(
  record({ type: fc.constant('circle'), diameter: number }, placed),
  record({ type: fc.constant('rect'), width: number, height: number }, { ...placed, radius: number }),
  record({ type: fc.constant('slot'), width: number, height: number }, placed),
  record({ type: fc.constant('polygon'), points: fc.array(fc.tuple(number, number)) }, placed),
  record({ type: fc.constant('notch'), edge, width: number, depth: number }, { ...placed, radius: number }),
)
const panel = record(
  { face: fc.oneof(face, space) },
  {
    extensions: record({}, { top: number, bottom: number, left: number, right: number }),
    cutouts: fc.array(cutout, { maxLength: 2 }),
    fillets: fc.array(
      record({ corners: fc.array(fc.constantFrom('top-left', 'bottom-right', 'left:bottom')), radius: number }),
      {
        maxLength: 2,
      },
    ),
    texts: fc.array(
      record(
        { text: fc.string(), height: number },
        { x: number, y: number, from: fc.constant('centre'), layer: fc.constantFrom('engrave', 'score') },
      ),
      { maxLength: 2 },
    ),
  },
)

export const fullRecipe: fc.Arbitrary<unknown> = record(
  { type: fc.constantFrom('basicBox', 'enclosedBox'), width: number, height: number, depth: number },
  {
    openFaces: fc.array(face, { maxLength: 7 }),
    material: record(
      {},
      {
        thickness: number,
        fingerWidth: number,
        fingerGap: number,
        name: fc.string(),
        thicknesses: record({}, { front: number, dividers: number, lid: number, drawers: number }),
      },
    ),
    feet: record({ height: number, width: number, inset: number }),
    lid: fc.oneof(lid, fc.tuple(lid, lid)),
    axis,
    subdivisions: fc.array(subdivision, { maxLength: 3 }),
    panels: fc.array(panel, { maxLength: 2 }),
    version: fc.constant(1),
    name: fc.string(),
    units: fc.constantFrom('mm', 'cm', 'in'),
    measure: fc.constantFrom('outside', 'inside'),
    drawers: fc.array(record({ void: space }, { toward: face, clearance: number, pull, text: fc.string() }), {
      maxLength: 2,
    }),
    cutting: record(
      {},
      {
        kerf: number,
        fit: fc.oneof(fc.constantFrom('loose', 'glue', 'snug', 'press'), number),
        sheet: record({ width: number, height: number }),
        margin: number,
        spacing: number,
      },
    ),
    allowSealed: fc.boolean(),
  },
)

type Change = (document: unknown) => unknown

/** Breaks a document in one place: another value, a field gone, a field too many. */
export const mutate: fc.Arbitrary<Change> = fc
  .record({
    at: fc.nat(),
    what: fc.oneof(
      fc.record({ put: fc.jsonValue({ maxDepth: 1 }).filter((value) => !namesAPlace(value)) }),
      fc.constant({ leaveOut: true }),
      fc.record({ add: fc.constantFrom('__proto__', 'constructor', 'colour', 'widht', 'z', '') }),
    ),
  })
  .map(
    ({ at, what }): Change =>
      (document) => {
        const paths = pathsOf(document)
        const path = paths[at % paths.length] ?? []
        if ('put' in what) return changed(document, path, () => what.put)
        if ('leaveOut' in what) return path.length === 0 ? document : changed(document, path, () => undefined)
        return changed(document, path, (value) => (isPlain(value) ? withOwn(value, what.add, 1) : value))
      },
  )

/** `x` and `y` are short enough to come by chance where they are not known: with null in them the judge would take them. */
const namesAPlace = (value: unknown): boolean => isPlain(value) && ('x' in value || 'y' in value)

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Like JSON.parse does it: `__proto__` becomes a field like any other. */
function withOwn(value: object, name: string, inner: unknown): object {
  const copy = { ...value }
  Object.defineProperty(copy, name, { value: inner, enumerable: true, configurable: true, writable: true })
  return copy
}

function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]]
  return [[], ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner).map((path) => [name, ...path]))]
}

function changed(value: unknown, [name, ...rest]: readonly string[], change: (value: unknown) => unknown): unknown {
  if (name === undefined) return change(value)
  if (Array.isArray(value)) {
    const copy = value.map((inner, index) => (String(index) === name ? changed(inner, rest, change) : inner))
    return copy.filter((inner) => inner !== undefined)
  }
  const source = isPlain(value) ? value : {}
  const inner = changed(Object.hasOwn(source, name) ? source[name] : undefined, rest, change)
  if (inner !== undefined) return withOwn(source, name, inner)
  return Object.fromEntries(Object.entries(source).filter(([other]) => other !== name))
}

export const withValueAt = (document: unknown, path: string, value: unknown): unknown =>
  changed(document, path === '' ? [] : path.split('.'), () => value)

/** `null` counts as not said (BX32), but not as an entry of a list. */
export function nullsLeftOut(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nullsLeftOut)
  if (!isPlain(value)) return value
  let copy: object = {}
  for (const [name, inner] of Object.entries(value)) {
    if (inner !== null || !KNOWN.has(name)) copy = withOwn(copy, name, nullsLeftOut(inner))
  }
  return copy
}

export const holdsProto = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || Object.values(value).some(holdsProto))

/** An unknown field is refused even when it holds null. */
const KNOWN = new Set(
  (
    'type width height depth openFaces material feet lid axis subdivisions panels version name units measure drawers cutting ' +
    'allowSealed thickness fingerWidth fingerGap thicknesses front back left right top bottom dividers inset face ' +
    'tabDirection kind toward play pull void columns rows axes count sizes extensions cutouts fillets texts x y from repeat ' +
    'dx dy diameter radius points edge corners text layer clearance kerf fit sheet margin spacing'
  ).split(' '),
)
