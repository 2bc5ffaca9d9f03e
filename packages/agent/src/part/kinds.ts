import type { Formula, PartFace, PartFeature, PartPiece, Relation } from '@hewn/model'
import type { BoxOfFeature } from './boxes-of-feature.ts'
import type { Frame } from './read/frame.ts'

/** What a size is called: `thick`, `outside diameter`, `across flats`. The words are in words/vocabulary.ts. */
export type Role =
  | 'thickness'
  | 'width'
  | 'length'
  | 'height'
  | 'depth'
  | 'diameter'
  | 'radius'
  | 'outer'
  | 'inner'
  | 'outer-radius'
  | 'inner-radius'
  | 'flats'
  | 'points'
  | 'wall'
  | 'floor'
  | 'side'
  | 'pcd'
  | 'centres'
  | 'spacing'
  | 'angle'
  | 'module'
  | 'diametral'
  | 'teeth'
  | 'turns'
  | 'pitch'
  | 'corner'
  | 'bend'
  | 'root'
  | 'toe'
  | 'overall'
  | 'overall-height'
  | 'under-head'
  | 'ratio'
  | 'clear'
  | 'inset'
  | 'diagonal'
  | 'arm'
  | 'taper'
  | 'top-width'
  | 'bottom-width'
  | 'count'
  | 'gap'
  | 'section'
  | 'offset'
  | 'margin'
  | 'bearing'
  | 'nema'
  | 'cell'
  | 'clearance'
  | 'reference'
  | 'norm'
  | 'series'
  | 'rolled'
  | 'major-radius'
  | 'minor-radius'
  | 'major-axis'
  | 'minor-axis'
  | 'apothem'
  | 'inner-height'
  | 'inner-width'
  | 'inner-length'
  | 'stage'

export interface Slot {
  /** As it stands beside the parameter. */
  label: string
  /** Roles that fill it; `radius*2` fills a diameter with twice what was said. */
  accepts: string
  unit?: 'mm' | 'deg' | 'count'
  /** How it is said back, # being the value: `# thick`. */
  say?: string
  /** How the parameter is called, where that is not the name of the slot. */
  name?: string
  /** Not free once that other slot has a size: a wall leaves no inside diameter to be said. */
  not?: string
  /** That other slot is not said beside it, where it is made of it. */
  tells?: string
  /** Least value; 0.01 unless said. */
  min?: number
}

/** Anything that words can name and give sizes to: a body, a feature, a part of either. */
export interface Kind {
  key: string
  /** Nouns, the usual one first, separated by commas. Plurals need not be listed. */
  nouns: string
  slots: Record<string, Slot>
  /** In which order `80 x 60 x 10` is meant, by how many numbers there are. */
  chains?: Record<number, string[]>
  /** Another order, where the numbers themselves tell one. */
  chainOf?(values: readonly number[], noun: string): readonly string[] | undefined
  /** What a number without a role is, first free one first. */
  bare?: string[]
  /** The same where a size out of a table was said: `hex standoff M3 20 mm` is 20 mm long. */
  named?: string[]
  /** Nouns that are parts of this one (the head of a pin) or stand for a size of it (the bore of a washer). */
  parts?: Record<string, Kind>
  /** Chains that find no slot left open another part of this kind: `30 x 40, then 20 x 60`. */
  overflow?: string
  /** A part with a face of its own: what is put in the upright leg lies on `left`. */
  faces?: string[]
  /** Of two that stand opposite each other, where the words say which: `in the left flange`, `in each flange`. */
  sides?: readonly [PartFace, PartFace]
  /** Of these two the first is the longer one, whichever was said first: `a 6 x 20 slot`. */
  longer?: readonly [string, string]
  /** Where a size goes that gave way; `bare` unless said. */
  refill?: string[]
  /** Slots filled by a chain that give way to a word: `60 x 40 x 5, 30 wide`. */
  yields?: string[]
  /** A part that becomes a body of its own: the holes that are said of it are in it. */
  detached?: true
  /** Parts that come more than once: every mention is another one. */
  repeats?: string[]
  /** Adjectives that say something about its shape. */
  flags?: string
}

/** Sizes of one thing while its gaps are filled. */
export interface Settling {
  has(slot: string): boolean
  value(slot: string): number
  /** The formula of a slot: the name of its parameter, or what it was derived from. */
  formula(slot: string): Formula
  flag(name: string): boolean
  /** It has a size that no word named: the turn it stood in said which one it is. */
  byTurn(slot: string): boolean
  /** What its size was called, where a word named it. */
  called(slot: string): string | undefined
  /** The size in a table that was said, `M8`. */
  designator(slot: string): string | undefined
  noun: string
  /** Several were spoken of: `legs`. */
  readonly plural: boolean
  /** How many of it were spoken of. */
  readonly count: number | undefined
  /** Gaps of a part that was named: the counterbore of a hole. */
  part(key: string): Settling | undefined
  /** All pieces of a kind, in the order they were said: the steps of a shaft. */
  pieces(key: string): Settling[]
  /** From other sizes; no parameter of its own. */
  derive(slot: string, formula: Formula): void
  /** From a table: a parameter whose origin is the key. */
  look(slot: string, value: number, key: string): void
  /** A convention: shown, and a parameter. */
  assume(slot: string, value: number, why: string): void
  /** Turns a size into another one: `hole` said of a washer is its bore. */
  move(from: string, to: string): void
  /** A number that chose what else is looked up, and is no size: its standard, 125 of DIN 125. */
  spend(slot: string): void
  mark(flag: string): void
  note(text: string): void
  readonly problem: boolean
  refuse(code: Refusal, message: string, choices?: string[]): void
  /** The body a feature belongs to, once it is settled. */
  body?: {
    sizes: Readonly<Record<string, Formula>>
    form: Form
    family: string
    /** What is on it by now. */
    features: readonly PartFeature[]
    evaluate(formula: Formula): number
  }
}
export type Refusal = 'AGENT_CONTRADICTION' | 'AGENT_IMPOSSIBLE' | 'AGENT_NEEDS_ANSWER' | 'AGENT_UNSUPPORTED'

export type Sizes = Readonly<Record<string, Formula>>

/** What a body is, in formulas: how a script builds it, and what must be measured on it. */
export interface Form {
  /** A build123d expression, standing on z = 0, centred on x and y; lines that it needs before it. */
  code: string
  before?: string[]
  /** Sizes along x, y and z. */
  size: [Formula, Formula, Formula]
  /** Exact, before features; absent when no closed formula is known. */
  volume?: Formula
  /** Through holes by topology. */
  openings?: Formula
  /** Steps between holes that the body itself has, along x, by their diameter: how a bolt square is measured. */
  pitches?: readonly { size: Formula; diameter: Formula }[]
  /** Holes on a circle that the body itself has, the first of them along x: how a bolt circle of a table is measured. */
  bolts?: { circle: Formula; hole: Formula; count: Formula }
  /** Seen from above: what edges and places are counted from. */
  legs?: Partial<Record<PartFace, Formula>>
  /** Where what stands meets what lies: which way the corner opens, where it is, and how far it reaches both ways. */
  nooks?: readonly { along: 'x' | 'y'; at: Formula; floor: Formula; way: '+' | '-'; long: Formula; high: Formula }[]
  stages?: readonly StageForm[]
  /** Blocks on one axis, the lowest first: a hole beside the upper ones begins lower. */
  levels?: readonly { low: Formula; height: Formula; length: Formula; width: Formula }[]
  outline: { kind: 'rectangle' } | { kind: 'circle'; diameter: Formula; bore?: Formula } | { kind: 'other' }
  /** Where `z` does not begin at 0, or a face is not where the box of its sizes has it. */
  faces?: Partial<Record<PartFace, FaceForm>>
  /** Where a hole in the very middle begins, where that is not on the face that holes around it are in: the end of a hub. */
  middle?: Partial<Record<PartFace, FaceForm>>
  /** How picks of edges read on this body: `vertical`, `top`, `bottom`, `all`, `outer`, `inner`. `block`: its twelve sharp edges are as they are. */
  edges?: 'block' | Record<string, { code: string; fillet?: Formula; chamfer?: Formula } | undefined>
  /** Pieces that lie in one face of it, by the key of the part: the arms of a flat T, the feet of a hat. */
  arms?: Record<string, { on: PartFace; along: 'x' | 'y'; at: [Formula, Formula]; length: Formula }[]>
  /** From above, where it is neither a rectangle nor round: its corners in order. What is put in it lies between them. */
  contour?: readonly [Formula, Formula][]
  /** How far its sides are from where it stands, where that is not in the middle. */
  reaches?: { front: Formula; back: Formula; left?: Formula; right?: Formula }
  /** Its own corners, where it is no rectangle: how many, how far from the middle, and at which angle the first is. */
  corners?: { count: number; reach: Formula; start: number }
  /** How long and wide the opening in its middle is, where it is a frame. */
  window?: readonly [Formula, Formula]
  /** How far in from its ends the centres of its round ends lie. */
  endCentres?: Formula
  /** The centre of its one round end: there a hole is that nobody put elsewhere. */
  roundEnd?: [Formula, Formula]
  /** Axes along which the size is only a bound. */
  loose?: ('x' | 'y' | 'z')[]
  /** Its sides are walls with nothing between them: what goes through everything goes through two of them. */
  walls?: true
  /** The floor within what is closed above: there stands what was put on no face of it. */
  inside?: FaceForm
  /** It is closed all round: the first hole into it opens it, and only the next goes through. */
  sealed?: true
  /** A round bar or tube, the same from end to end: what goes across it is known. */
  straight?: true
  /** Its level sections, where their area is of the second degree at most: what two level cuts leave is known. */
  section?: { area(z: Formula): Formula; widest: Formula; across?(z: Formula): Formula }
  /** How high it is at its left and at its right end, where its top slopes from one to the other. */
  slope?: readonly [Formula, Formula]
  /** Where the axis is that it was cut to a sector around. */
  pivot?: readonly [Formula, Formula]
  /** Its diameter, where it is a ball: a hole takes its caps too. */
  ball?: Formula
  /** Thickness of material under a face, where a hole goes through less than the whole body. */
  through?: Partial<Record<PartFace, Formula>>
}
export interface FaceForm {
  /** Centre of the face. */
  at: [Formula, Formula, Formula]
  /** Sizes along the face's two axes; the whole extent unless said. */
  size?: [Formula, Formula]
  outline?: Form['outline']
  through?: Formula
  /** Of a leg, the side that is away from the bend: its end. */
  free?: PartFace
  /** Of a leg of a bar, its edge that is away from the bend: the one that is meant where nobody says which. */
  toe?: PartFace
  /** The centre of its one round end. */
  roundEnd?: [Formula, Formula]
}

/** A kind of body: one file in families/. */
export interface Family extends Kind {
  /** Nouns that name it only when nothing better does: `part`, `bar`. */
  weak?: true
  settle(sizes: Settling): void
  form(sizes: Sizes, has: (flag: string) => boolean, pieces: readonly PartPiece[]): Form
  /** Which slot a leg's noun means, once the sizes are known: the long one. */
  legOf?: (noun: string, sizes: Sizes, values: Readonly<Record<string, number>>) => string | undefined
  /** Which size of the body is told by a piece of it, or by another size, once the body is there: `web.thickness` by `web`. */
  told?: Readonly<Record<string, string>>
  /** Its bore may be said by the screw that goes through it. */
  screwBore?: true
  /** Its arms that holes are in, one each, where nobody says where: the feet of a clamp. */
  spots?: string
  /** The faces that it is screwed on with: there a hole is that is put nowhere else, half of them in each of two. */
  screwed?: readonly PartFace[]
  /** Families that its noun also fits, and what tells so; sizes move to slots of theirs. */
  instead?: readonly {
    when(frame: Frame): boolean
    family: string
    slots: Record<string, string>
    /** What is so of it there: a lid with walls is open below. */
    flags?: readonly string[]
    /** What it is called then, where its own name is that of another shape. */
    noun?: string
    /** Parts that are called otherwise there. */
    parts?: Record<string, string>
    /** Sizes of its parts that are called otherwise there. */
    partSlots?(part: Frame): Record<string, string>
    /** The part that is the body there: the plate that a hook is a peg on. */
    body?: string
  }[]
  /** A hole without a place in the middle of it is this slot: the bore of a washer. */
  bore?: string
  /** How it is said, where its noun is one that only words/*.ts write. */
  called?(noun: string): string
}

/** A kind of feature: one file in features/. */
export interface FeatureKind extends Kind {
  /** `spot` is put in places, `edge` treats edges, `run` goes along something. */
  manner: 'spot' | 'edge' | 'run'
  /** How many there are, where only the plural says so: flats for a spanner are two. */
  usual?: number
  settle(sizes: Settling): void
  build(feature: Placed): FeatureForm
}

/** A feature whose place is known. */
export interface Placed {
  sizes: Sizes
  has(flag: string): boolean
  flags: readonly string[]
  face: PartFace
  along: 'x' | 'y'
  /** Which way it goes, where that was said. */
  runs?: 'x' | 'y' | 'z'
  /** `Plane(…) * ` of the face. */
  at: string
  u: Formula
  v: Formula
  bodySizes: Sizes
  /** How deep the material is under the face. */
  through: Formula
  body: Form
  bodyId: string
  id: string
  label: string
  parts: Record<string, Sizes>
  pieces: readonly PartPiece[]
  /** A sum over all places: how many there are. */
  count: Formula
  relations: readonly Relation[]
  spots: { u: number; v: number }[]
  evaluate(formula: Formula): number
  /** Writes `body -= …` at every place; `solid` stands on the face and goes into it. */
  cut(solid: string): string[]
  add(solid: string): string[]
}

/** A stretch of what is turned; with a second diameter, flats, square sides or a cap it is not round all along. */
export interface StageForm {
  label: string
  low: Formula
  height: Formula
  diameter: Formula
  end?: Formula
  flats?: Formula
  square?: Formula
  cap?: 'up' | 'down'
  own?: object
}

export interface FeatureForm {
  lines: string[]
  /** Change of the volume, exact, if features do not overlap. */
  volume?: Formula
  openings?: Formula
  /** How far it reaches from its centre along u and v, and how deep: for collisions and webs. */
  reach?: {
    u: Formula
    v: Formula
    depth: Formula
    round?: true
    outward?: Formula
    open?: true
    /** The radius of its corners, where it has any: how far it reaches when it is turned. */
    corner?: Formula
    /** How far it reaches exactly, where `u` and `v` are only a bound; `false` where that is not known. */
    exact?: { u: Formula; v: Formula } | false
  }
  /** Where it lies exactly, where what it reaches on its face does not tell. */
  boxes?: readonly BoxOfFeature[]
  /** The round cuts it is made of, each from its face: a hole and its counterbore. */
  bores?: readonly { diameter: Formula; depth: Formula }[]
  /** Where it is, where that is not one place on its face: at the sides it is cut into. */
  spots?: { u: number; v: number }[]
  /** Makes the body larger: what is added to z and so on. */
  rise?: Formula
  /** Its sizes, where its middle is the middle of the body. */
  around?: readonly [Formula, Formula, Formula]
  /** Axes whose extent it may shorten. */
  loose?: ('x' | 'y' | 'z')[]
  holes?: {
    diameter: Formula
    through: boolean
    /** In how many pieces each is found: two, where it goes through both walls of a tube. */
    walls?: number
    entry?: 'counterbore' | 'countersink'
    head?: Formula
    depth?: Formula
  }
}
