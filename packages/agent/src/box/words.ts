import type { Face } from '@hewn/model'

// The vocabulary of boxes is data: what a word means stands here, how phrases are built of words stands in phrases.ts.

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** What is open when nobody says so. `box` may be closed by any word about a face; a tray stays a tray. */
export interface Convention {
  open: readonly Face[]
  firm: boolean
}
const noun = (open: readonly Face[], firm: boolean, names: string): [string, Convention][] =>
  [...words(names)].map((name) => [name, { open, firm }])

export const BOX_NOUNS: ReadonlyMap<string, Convention> = new Map([
  ...noun(
    ['top'],
    false,
    'box boxes case cases container containers chest chests bin bins toolbox toolboxes shoebox lunchbox matchbox jewelbox trunk casket',
  ),
  ...noun(
    ['top'],
    true,
    'tray trays organiser organisers organizer organizers crate crates cup cups caddy caddies tub tubs holder holders planter planters basket baskets insert inserts tote totes trough bucket',
  ),
  ...noun(
    ['front'],
    true,
    'shelf rack racks calendar cupboard locker bookshelf bookcase cubby pigeonhole pigeonholes cabinet',
  ),
  ...noun([], true, 'cube cubes'),
  ...noun([], false, 'enclosure enclosures birdhouse birdhouses letterbox letterboxes mailbox mailboxes'),
])
export const CUBES = words('cube cubes')
export const PLURAL_BOXES = words(
  'boxes cases containers chests trays organisers organizers crates cups caddies tubs cubes racks',
)

/** Words of what can be made on a box: left unread, they would be a guess. */
export const FEATURES =
  words(`hole holes cutout cutouts cut-out cut-outs vent vents window windows slots slot notch notches
  handle handles handhole handholes engrave engraved engraving etched text label lettering logo feet legs foot drawer drawers
  raised lowered raise rim rims play clearance`)

/** Things that are made, and are no boxes. */
export const PART_NOUNS =
  words(`plate bracket gear gears bolt screw nut washer flange shaft pin ring hook clamp spring pulley
  bearing tube pipe sphere ball cone pyramid knob lens chair table lamp propeller fan wheel axle rod hinge spoon fork knife
  bottle vase mug statue figurine stand easel tower hanger spacer bushing standoff keychain sprocket rack-gear wrench screwdriver`)

/** What boxes cannot state, or the planner cannot read yet, with the nearest thing there is. */
export const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ...each(
    `round circular cylindrical cylinder oval hexagonal hexagon octagonal octagon triangular triangle trapezoidal heart-shaped pyramid
    pyramidal barrel conical cone spherical sphere wedge-shaped star star-shaped egg-shaped pentagonal pentagon diamond-shaped`.replace(
      /\s+/g,
      ' ',
    ),
    'a rectangular box',
  ),
  ...each('rounded radius fillet filleted fillets chamfer chamfered bevelled beveled curved', 'square corners'),
  ...each('angled slanted sloped sloping tapered tilted pitched gabled gable peaked', 'upright walls'),
  ...each('removable adjustable', 'dividers and shelves that are tabbed into the walls'),
  ...each('collapsible foldable folding nesting nested telescoping', 'a plain box'),
  ...each('domed dome arched vaulted barrel-topped', 'a flat lid'),
  ...each('hinge hinges hinged flip-top', 'an open top, or a closed box'),
  ...each('door doors flap flaps', 'an open front, or a lid'),
  ...each('wheels casters magnet magnets latch latches lock locks lockable clasp', 'a box without it'),
  ...each(
    't-slot butt-jointed screwed bolted slatted slats stackable stacking dovetail dovetails dovetailed mitred mitered',
    'finger joints',
  ),
])
function each(names: string, nearest: string): [string, string][] {
  return names.split(' ').map((name) => [name, nearest])
}

export const FACES: ReadonlyMap<string, Face> = new Map([
  ['top', 'top'],
  ['topped', 'top'],
  ['bottom', 'bottom'],
  ['bottomed', 'bottom'],
  ['base', 'bottom'],
  ['floor', 'bottom'],
  ['front', 'front'],
  ['fronted', 'front'],
  ['back', 'back'],
  ['backed', 'back'],
  ['rear', 'back'],
  ['left', 'left'],
  ['lhs', 'left'],
  ['right', 'right'],
  ['rhs', 'right'],
  ['roof', 'top'],
  ['underside', 'bottom'],
])
export const FACE_WORDS: ReadonlySet<string> = new Set(FACES.keys())
export const FACELESS: ReadonlyMap<string, Face> = new Map([
  ['topless', 'top'],
  ['lidless', 'top'],
  ['bottomless', 'bottom'],
  ['frontless', 'front'],
  ['backless', 'back'],
])
export const FACE_TAILS = words('face faces side sides panel panels wall walls hand')
export const LIDS = words('lid lids cover')

export const OPEN = words('open opened')
export const CLOSED = words('closed close shut solid sealed covered')
export const ENCLOSED = words('closed close enclosed sealed shut six-sided')
export const WITHOUT = words('no without lacking missing minus omit omitting remove drop skip')
export const NEGATIONS = words("not no without don't never except nor neither isn't aren't cannot can't lacking omit")
export const ONLY = words('only just')

export type Side = 'width' | 'depth' | 'height' | 'length'
export const SIDES: ReadonlyMap<string, Side> = new Map([
  ...([...words('width wide w breadth broad')].map((name) => [name, 'width']) as [string, Side][]),
  ...([...words('depth deep d')].map((name) => [name, 'depth']) as [string, Side][]),
  ...([...words('height high tall h')].map((name) => [name, 'height']) as [string, Side][]),
  ...([...words('length long l')].map((name) => [name, 'length']) as [string, Side][]),
])
export const SIDE_WORDS: ReadonlySet<string> = new Set(SIDES.keys())

/** `taller` and its kin: which side, and which way. */
export const COMPARATIVES: ReadonlyMap<string, { side: Side | 'thickness' | 'size'; sign: 1 | -1 }> = new Map([
  ['bigger', { side: 'size', sign: 1 }],
  ['larger', { side: 'size', sign: 1 }],
  ['smaller', { side: 'size', sign: -1 }],
  ['wider', { side: 'width', sign: 1 }],
  ['broader', { side: 'width', sign: 1 }],
  ['narrower', { side: 'width', sign: -1 }],
  ['deeper', { side: 'depth', sign: 1 }],
  ['shallower', { side: 'depth', sign: -1 }],
  ['taller', { side: 'height', sign: 1 }],
  ['higher', { side: 'height', sign: 1 }],
  ['shorter', { side: 'height', sign: -1 }],
  ['lower', { side: 'height', sign: -1 }],
  ['longer', { side: 'length', sign: 1 }],
  ['thicker', { side: 'thickness', sign: 1 }],
  ['thinner', { side: 'thickness', sign: -1 }],
])
export const COMPARATIVE_WORDS: ReadonlySet<string> = new Set(COMPARATIVES.keys())
export const FACTORS: ReadonlyMap<string, number> = new Map([
  ['twice', 2],
  ['double', 2],
  ['doubled', 2],
  ['triple', 3],
  ['half', 0.5],
  ['halve', 0.5],
])
export const GROW = words('increase raise grow extend enlarge')
export const SHRINK = words('decrease reduce shrink lower')
export const ADD = words('add')
export const TAKE = words('subtract take remove')

export const MATERIALS =
  words(`plywood ply birch mdf acrylic plexiglas plexiglass perspex cardboard card poplar oak walnut cherry maple
  pine bamboo beech ash cedar spruce larch fir teak mahogany hardboard osb basswood balsa wood hdf chipboard polycarbonate delrin cork`)
/** How a material looks or what it is for, before its name. */
export const LOOKS = words(
  'clear transparent frosted cast extruded black white red blue green yellow brown baltic laser grade solid untreated',
)
export const STOCK = words('material stock sheet sheets sheeting board boards panel panels wall walls wood')
export const THICK = words('thick thickness strong')

export const CELLS = words(
  'compartment compartments cell cells section sections pocket pockets division divisions cubbies pigeonholes bins bay bays',
)
export const DIVIDERS = words('divider dividers partition partitions')
export const SHELVES = words('shelf shelves')
export const DIVIDED = words('divided split subdivided partitioned separated')
export const GRID = words('grid layout array matrix')
export const EVENLY = words('equal equally even evenly sized same size separate identical little small internal inner')

export const FINGERS = words('finger fingers tab tabs tooth teeth')
export const FITS: ReadonlyMap<string, 'loose' | 'glue' | 'snug' | 'press'> = new Map([
  ['loose', 'loose'],
  ['glue', 'glue'],
  ['snug', 'snug'],
  ['press', 'press'],
])

export const INSIDE = words('int inside inner internal internally interior clear inside-size')
export const OUTSIDE = words('ext outside outer external externally exterior overall')
export const SIZE_WORDS = words(
  'size sizes dims dim dimension dimensions measure measurement measurements measuring space volume',
)

/** Articles, verbs and politeness: they say nothing about the shape. */
export const FILLERS =
  words(`a an the please i i'd i'm want would like need could can you me my us we our make makes build create
  design give generate draw cut produce get it its it's that that's this these those is are be being and with of in on at to from out made
  making dims dim must exactly using use which has have having by as so for but also too each-way one size sized sizes dimension dimensions measuring measures
  measure simple plain basic nice rectangular wooden laser laser-cut lasercut cutting tab tabs tabbed interlocking finger fingers joint joints jointed box-joint
  some any all should will let's let hello hi hey thanks thank now then just do does there here up out about new kind sort
  storage small big large little very really something mm footprint base stock sheet sheets material side sides face faces set
  change resize keep turn put instead into order where everything whole bit slightly somewhat x`)

/** Words that only another language has. What is half in one of these is refused whole rather than half read. */
export const FOREIGN =
  words(`mit ohne und für eine einen einer ein kiste schachtel kasten deckel offen offene oben vorne breit hoch tief
  fächer avec sans une boîte boite ouverte ouvert dessus devant largeur hauteur profondeur pour con sin una caja abierta arriba ancho
  alto fondo para tapa madera holz sperrholz låda med och scatola coperchio doos met`)

/** Where a purpose ends: `for my pens with three compartments` is about pens up to `with`. */
export const PURPOSES = words('for holding containing storing')
export const AFTER_PURPOSE =
  words(`with without no from open closed enclosed made inside outside lid divided kerf thick that which and
  using wide deep high tall long width depth height please`)
