import { AXES, EDGES, FACES } from '../frame.ts'
import * as is from './checks.ts'

const SIZE = { unit: 'mm', most: 2000 } as const
const SHEET = { unit: 'mm', least: 0.5, most: 25 } as const

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right']
const ANCHORS = ['centre', 'top', 'bottom', 'left', 'right', ...CORNERS]
const axis = is.choice('Axis', AXES)
const face = is.choice('Face', FACES)
const voidName = is.text('A void name', 200)
const gridTooLarge = () => 'Grid too large — maximum 20x20 compartments'
const tooManyDividers = (count: number) => `Too many dividers: ${count - 1} — at most 50 in one box`

const pull = is.either(
  is.isText,
  is.choice('Pull', ['none']),
  is.object({
    label: 'A pull',
    required: {
      type: is.choice('Pull type', ['hole', 'slot', 'notch']),
      width: is.number({ label: 'Pull width', unit: 'mm', least: 1, most: 2000 }),
    },
    optional: { height: is.number({ label: 'Pull height', unit: 'mm', least: 1, most: 2000 }) },
  }),
)

const lid = is.object({
  label: 'A lid',
  required: { face: is.choice('Lid face', ['positive', 'negative']) },
  optional: {
    tabDirection: is.choice('Tab direction', ['tabs-in', 'tabs-out']),
    kind: is.choice('Lid kind', ['fixed', 'lift-off', 'slide']),
    toward: face,
    play: is.number({ label: 'Play', unit: 'mm', least: 0, most: 10 }),
    pull,
  },
})

const subdivision = is.variant('A subdivision', {
  grid: is.object({
    label: 'A grid',
    required: { type: is.choice('Subdivision type', ['grid']), void: voidName },
    optional: {
      columns: is.number({ label: 'Columns', least: 1, most: 20, whole: true, tooMany: gridTooLarge }),
      rows: is.number({ label: 'Rows', least: 1, most: 20, whole: true, tooMany: gridTooLarge }),
      axes: is.tuple('Axes', [axis, axis]),
      axis,
    },
  }),
  subdivideEvenly: is.object({
    label: 'An even split',
    required: {
      type: is.choice('Subdivision type', ['subdivideEvenly']),
      void: voidName,
      count: is.number({ label: 'Count', least: 1, most: 51, whole: true, tooMany: tooManyDividers }),
    },
    optional: { axis },
  }),
  split: is.object({
    label: 'A split',
    required: {
      type: is.choice('Subdivision type', ['split']),
      void: voidName,
      axis,
      sizes: is.either(
        is.isList,
        is.list(
          'Sizes',
          is.either(is.isText, is.text('A share', 20), is.number({ label: 'Size', unit: 'mm', least: 0, most: 2000 })),
          51,
          tooManyDividers,
        ),
        is.text('Sizes', 400),
      ),
    },
  }),
})

const place = is.number({ label: 'Position', unit: 'mm', least: -5000, most: 5000 })
const featureSize = (label: string) => is.number({ label, unit: 'mm', least: 0.1, most: 2000 })
const radius = is.number({ label: 'Radius', unit: 'mm', least: 0, most: 1000 })
const times = (label: string) => is.number({ label, least: 1, most: 400, whole: true })
const placed = {
  x: place,
  y: place,
  from: is.choice('Anchor', ANCHORS),
  repeat: is.object({
    label: 'A repeat',
    required: { columns: times('Repeat columns'), rows: times('Repeat rows'), dx: place, dy: place },
  }),
}
const cutoutForm = (type: string, required: Record<string, is.Check>, optional: Record<string, is.Check> = {}) =>
  is.object({
    label: 'A cut-out',
    required: { type: is.choice('Cut-out type', [type]), ...required },
    optional: { ...placed, ...optional },
  })
const cutout = is.variant('A cut-out', {
  circle: cutoutForm('circle', { diameter: featureSize('Diameter') }),
  rect: cutoutForm('rect', { width: featureSize('Width'), height: featureSize('Height') }, { radius }),
  slot: cutoutForm('slot', { width: featureSize('Width'), height: featureSize('Height') }),
  polygon: cutoutForm('polygon', {
    points: is.list(
      'Points',
      is.tuple('A point', [place, place]),
      200,
      (count) => `Too many polygon points: ${count} — at most 200`,
    ),
  }),
  notch: cutoutForm(
    'notch',
    { edge: is.choice('Edge', EDGES), width: featureSize('Width'), depth: featureSize('Depth') },
    { radius },
  ),
})

const lettering = is.object({
  label: 'A text',
  required: {
    text: is.text('Text', 60),
    height: is.number({ label: 'Text height', unit: 'mm', least: 2, most: 200 }),
  },
  optional: {
    x: place,
    y: place,
    from: is.choice('Anchor', ANCHORS),
    layer: is.choice('Layer', ['engrave', 'score']),
  },
})

const eachOf = (names: readonly string[], check: (name: string) => is.Check): Record<string, is.Check> =>
  Object.fromEntries(names.map((name) => [name, check(name)]))

const panel = is.object({
  label: 'A panel step',
  required: { face: is.text('A panel name', 200) },
  optional: {
    extensions: is.object({
      label: 'Extensions',
      optional: eachOf(EDGES, (edge) =>
        is.number({ label: `Extension of ${edge}`, unit: 'mm', least: -2000, most: 200 }),
      ),
    }),
    cutouts: is.list('Cut-outs', cutout, 20, (count) => `Too many cutouts: ${count} — at most 20`),
    fillets: is.list(
      'Fillets',
      is.object({
        label: 'A fillet',
        required: {
          corners: is.list(
            'Corners',
            is.choice('Corner', CORNERS),
            4,
            (count) => `Too many corners: ${count} — at most 4`,
          ),
          radius: is.number({ label: 'Fillet radius', unit: 'mm', least: 0, most: 100 }),
        },
      }),
      20,
      (count) => `Too many fillets: ${count} — at most 20`,
    ),
    texts: is.list('Texts', lettering, 10, (count) => `Too many texts: ${count} — at most 10`),
  },
})

const drawer = is.object({
  label: 'A drawer',
  required: { void: voidName },
  optional: {
    toward: face,
    clearance: is.number({ label: 'Clearance', unit: 'mm', least: 0, most: 10 }),
    pull,
    text: is.text('Text', 60),
  },
})

const cutting = is.object({
  label: 'Cutting',
  optional: {
    kerf: is.number({
      label: 'Kerf',
      unit: 'mm',
      least: 0,
      most: 1,
      more: (got) => (got > 1 && got <= 10 ? `. Did you mean ${Number((got / 10).toPrecision(6))}?` : ''),
    }),
    fit: is.either(
      is.isNumber,
      is.number({ label: 'Fit', unit: 'mm', least: -0.5, most: 0.5 }),
      is.choice('Fit', ['loose', 'glue', 'snug', 'press']),
    ),
    sheet: is.object({
      label: 'A sheet',
      required: {
        width: is.number({ label: 'Sheet width', unit: 'mm', least: 50, most: 3000 }),
        height: is.number({ label: 'Sheet height', unit: 'mm', least: 50, most: 3000 }),
      },
    }),
    margin: is.number({ label: 'Margin', unit: 'mm', least: 0, most: 100 }),
    spacing: is.number({ label: 'Spacing', unit: 'mm', least: 0, most: 100 }),
  },
})

const material = is.object({
  label: 'The material',
  optional: {
    thickness: is.number({ label: 'Thickness', ...SHEET }),
    fingerWidth: is.number({ label: 'Finger width', unit: 'mm', least: 1, most: 200 }),
    fingerGap: is.number({ label: 'Finger gap', least: 0, most: 10 }),
    name: is.text('A material name', 200),
    thicknesses: is.object({
      label: 'Thicknesses',
      optional: eachOf([...FACES, 'dividers', 'lid', 'drawers'], (name) =>
        is.number({ label: `Thickness of ${name}`, ...SHEET }),
      ),
    }),
  },
})

/** The whole form of boxes.md §4 with the limits of BX40 that one field alone can break. */
export const recipeForm = is.object({
  label: 'A recipe',
  required: {
    type: is.choice('Type', ['basicBox', 'enclosedBox']),
    width: is.number({ label: 'Width', ...SIZE }),
    height: is.number({ label: 'Height', ...SIZE }),
    depth: is.number({ label: 'Depth', ...SIZE }),
  },
  optional: {
    openFaces: is.list('Open faces', face, 6, (count) => `Too many open faces: ${count} — a box has 6`),
    material,
    feet: is.object({
      label: 'Feet',
      required: {
        height: is.number({ label: 'Foot height', unit: 'mm', least: 3, most: 200 }),
        width: is.number({ label: 'Foot width', unit: 'mm', least: 5, most: 500 }),
        inset: is.number({ label: 'Foot inset', unit: 'mm', least: 0, most: 500 }),
      },
    }),
    lid: is.either(is.isList, is.tuple('Lids', [lid, lid]), lid),
    axis,
    subdivisions: is.list('Subdivisions', subdivision, 50, (count) => `Too many subdivisions: ${count} — at most 50`),
    panels: is.list('Panels', panel, 50, (count) => `Too many panel operations: ${count} — at most 50`),
    version: is.exactly('Version', 1),
    name: is.text('A name', 200),
    units: is.choice('Units', ['mm', 'cm', 'in']),
    measure: is.choice('Measure', ['outside', 'inside']),
    drawers: is.list('Drawers', drawer, 60, (count) => `Too many drawers: ${count} — at most 60`),
    cutting,
    allowSealed: is.flag('allowSealed'),
  },
  missing: {
    type: 'A recipe has no type — basicBox (open top) or enclosedBox',
    width: 'A recipe has no width — say how wide the box is, in mm',
    height: 'A recipe has no height — say how high the box is, in mm',
    depth: 'A recipe has no depth — say how deep the box is, in mm',
  },
  later: {
    hinge: 'Hinges cannot be made yet — leave the top open, or glue a fixed lid',
    hinges: 'Hinges cannot be made yet — leave the top open, or glue a fixed lid',
    cornerRadius: 'Rounded corners cannot be made yet — square corners can',
    rounded: 'Rounded corners cannot be made yet — square corners can',
    rims: 'Stacking rims cannot be made yet — plain edges can',
  },
})
