import { CORNER_WORDS } from '@hewn/model'
import { AXES, EDGES, FACES } from '../frame.ts'
import * as is from './checks.ts'

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right']
const ANCHORS = ['centre', 'top', 'bottom', 'left', 'right', ...CORNERS]
const axis = is.choice('Axis', AXES)
const face = is.choice('Face', FACES)
const voidName = is.text('A void name', 200, 'root')
const count = (label: string, most = 20, tooMany: is.TooMany = () => 'Grid too large — maximum 20x20 compartments') =>
  is.number({ label, least: 1, most, whole: true, tooMany })
const tooManyDividers: is.TooMany = (sizes) => `Too many dividers: ${sizes - 1} — at most 50 in one box`

const pull = is.either(
  is.isText,
  is.choice('Pull', ['none']),
  is.object(
    'A pull',
    { type: is.choice('Pull type', ['hole', 'slot', 'notch']), width: is.mm('Pull width', 1, 2000) },
    { height: is.mm('Pull height', 1, 2000) },
  ),
)

const lid = is.object(
  'A lid',
  { face: is.choice('Lid face', ['positive', 'negative']) },
  {
    tabDirection: is.choice('Tab direction', ['tabs-in', 'tabs-out']),
    kind: is.choice('Lid kind', ['fixed', 'lift-off', 'slide']),
    toward: face,
    play: is.mm('Play', 0, 10),
    pull,
  },
)

const subdivision = is.variant('A subdivision', {
  grid: [
    { void: voidName },
    { columns: count('Columns'), rows: count('Rows'), axes: is.tuple('Axes', [axis, axis]), axis },
  ],
  subdivideEvenly: [{ void: voidName, count: count('Count', 51, tooManyDividers) }, { axis }],
  split: [
    {
      void: voidName,
      axis,
      sizes: is.either(
        is.isList,
        is.list('Sizes', is.either(is.isText, is.text('A share', 20), is.mm('Size', 0, 2000)), 51, tooManyDividers),
        is.text('Sizes', 400),
      ),
    },
  ],
})

const place = is.mm('Position', -5000, 5000)
const width = is.mm('Width', 0.2, 2000)
const height = is.mm('Height', 0.2, 2000)
const radius = is.mm('Radius', 0, 1000)
const at = { x: place, y: place, from: is.choice('Anchor', ANCHORS) }
const times = (label: string) => is.number({ label, least: 1, most: 400, whole: true })
const repeat = is.object('A repeat', {
  columns: times('Repeat columns'),
  rows: times('Repeat rows'),
  dx: place,
  dy: place,
})
const placed = { ...at, repeat }
const cutout = is.variant('A cut-out', {
  circle: [{ diameter: is.mm('Diameter', 0.2, 2000) }, placed],
  rect: [
    { width, height },
    { ...placed, radius },
  ],
  slot: [{ width, height }, placed],
  polygon: [{ points: is.list('Polygon points', is.tuple('A point', [place, place]), 200) }, placed],
  notch: [
    { edge: is.choice('Edge', EDGES), width, depth: is.mm('Depth', 0.2, 2000) },
    { ...placed, radius },
  ],
})

const lettering = is.object(
  'A text',
  { text: is.text('Text', 60), height: is.mm('Text height', 2, 200) },
  { ...at, layer: is.choice('Layer', ['engrave', 'score']) },
)

const eachOf = (names: readonly string[], check: (name: string) => is.Check): is.Fields =>
  Object.fromEntries(names.map((name) => [name, check(name)]))

const fillet = is.object('A fillet', {
  corners: is.list('Corners', is.choice('Corner', CORNERS, CORNER_WORDS), 4),
  radius: is.mm('Fillet radius', 0, 100),
})

const panelStep = is.object(
  'A panel step',
  { face: is.text('A panel name', 200, 'bottom') },
  {
    extensions: is.object(
      'Extensions',
      {},
      eachOf(EDGES, (edge) => is.mm(`Extension of ${edge}`, -2000, 200)),
    ),
    cutouts: is.list('Cutouts', cutout, 20),
    fillets: is.list('Fillets', fillet, 20),
    texts: is.list('Texts', lettering, 10),
  },
)

/** `Extension of 250 mm on front, top — at most 200 mm` (BX40). */
const panel = is.toldBy(panelStep, ({ got, limit, message, path }, value) => {
  const edge = /\.extensions\.(\w+)$/.exec(path)?.[1]
  const face = is.isObject(value) ? value['face'] : undefined
  if (edge === undefined || typeof face !== 'string') return message
  const range = Number(got) > 0 ? `at most ${limit}` : `at least ${limit}`
  return `Extension of ${String(got)} mm on ${face.slice(0, 60)}, ${edge} — ${range} mm`
})

const drawer = is.object(
  'A drawer',
  { void: voidName },
  { toward: face, clearance: is.mm('Clearance', 0, 10), pull, text: is.text('Text', 60) },
)

const cutting = is.object(
  'Cutting',
  {},
  {
    kerf: is.mm('Kerf', 0, 1, (got) =>
      got > 1 && got <= 10 ? `. Did you mean ${Number((got / 10).toPrecision(6))}?` : '',
    ),
    fit: is.either(is.isNumber, is.mm('Fit', -0.5, 0.5), is.choice('Fit', ['loose', 'glue', 'snug', 'press'])),
    sheet: is.object('A sheet', { width: is.mm('Sheet width', 50, 3000), height: is.mm('Sheet height', 50, 3000) }),
    margin: is.mm('Margin', 0, 100),
    spacing: is.mm('Spacing', 0, 100),
  },
)

const material = is.object(
  'The material',
  {},
  {
    thickness: is.mm('Thickness', 0.5, 25),
    fingerWidth: is.mm('Finger width', 1, 200),
    fingerGap: is.number({ label: 'Finger gap', least: 0, most: 10 }),
    name: is.text('A material name', 200),
    thicknesses: is.object(
      'Thicknesses',
      {},
      eachOf([...FACES, 'dividers', 'lid', 'drawers'], (name) => is.mm(`Thickness of ${name}`, 0.5, 25)),
    ),
  },
)

const side = (label: string) => is.number({ label, unit: 'mm', most: 2000, usual: 100 })
const feet = is.object('Feet', {
  height: is.mm('Foot height', 3, 200),
  width: is.mm('Foot width', 5, 500),
  inset: is.mm('Foot inset', 0, 500),
})
const hinges = 'Hinges cannot be made yet — leave the top open, or glue a fixed lid'
const rounded = 'Rounded corners cannot be made yet — square corners can'

/** The whole form of boxes.md §4 with the limits of BX40 that one field alone can break. */
export const recipeForm = is.object(
  'A recipe',
  {
    type: is.choice('Type', ['basicBox', 'enclosedBox']),
    width: side('Width'),
    height: side('Height'),
    depth: side('Depth'),
  },
  {
    openFaces: is.list('Open faces', face, 6),
    material,
    feet,
    lid: is.either(is.isList, is.tuple('Lids', [lid, lid]), lid),
    axis,
    subdivisions: is.list('Subdivisions', subdivision, 50),
    panels: is.list('Panel operations', panel, 50),
    version: is.exactly('Version', 1),
    name: is.text('A name', 200),
    units: is.choice('Units', ['mm', 'cm', 'in']),
    measure: is.choice('Measure', ['outside', 'inside']),
    drawers: is.list('Drawers', drawer, 60),
    cutting,
    allowSealed: is.flag('allowSealed'),
  },
  {
    missing: {
      type: 'A recipe has no type — basicBox (open top) or enclosedBox',
      width: 'A recipe has no width — say how wide the box is, in mm',
      height: 'A recipe has no height — say how high the box is, in mm',
      depth: 'A recipe has no depth — say how deep the box is, in mm',
    },
    later: {
      hinge: hinges,
      hinges,
      cornerRadius: rounded,
      rounded,
      rims: 'Stacking rims cannot be made yet — plain edges can',
    },
  },
)
