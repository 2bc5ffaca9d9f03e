import { block, cube, flatBar, plate } from './families/plate.ts'
import { ellipse } from './families/ellipse.ts'
import { lever } from './families/lever.ts'
import { halfDisc } from './families/half-disc.ts'
import { parallelogram } from './families/parallelogram.ts'
import { decagon, dodecagon, heptagon, hexagon, nonagon, octagon, pentagon, squareNut } from './families/polygon.ts'
import { rhombus } from './families/rhombus.ts'
import { stadium } from './families/stadium.ts'
import { star } from './families/star.ts'
import { trapezoid } from './families/trapezoid.ts'
import { triangle } from './families/triangle.ts'
import { angle } from './families/angle.ts'
import { channel } from './families/channel.ts'
import { hollowSection } from './families/hollow-section.ts'
import { uprightTube } from './families/upright-tube.ts'
import { ibeam } from './families/i-beam.ts'
import { tprofile } from './families/t-profile.ts'
import { flange, flangedBushing } from './families/flange.ts'
import { normFlange } from './families/pipe-flange.ts'
import { gear, gt2, pulley, rack, vpulley } from './families/gear.ts'
import { cap } from './families/cap.ts'
import { frame } from './families/frame.ts'
import { gasket } from './families/gasket.ts'
import { cross, reducer, tee } from './families/pipe-fitting.ts'
import { flatCross, flatEll, flatTee, quarterDisc } from './families/flat-shape.ts'
import { notMade } from './families/not-made.ts'
import { stopper } from './families/stopper.ts'
import { spokedWheel } from './families/spoked-wheel.ts'
import { spool } from './families/spool.ts'
import { angled, jstrip } from './families/bent-strip.ts'
import { clamp } from './families/clamp.ts'
import { grommet } from './families/grommet.ts'
import { handle, thandle } from './families/handle.ts'
import { dinRail } from './families/din-rail.ts'
import { doorHook } from './families/door-hook.ts'
import { jhook, shook } from './families/hook.ts'
import { lug } from './families/lug.ts'
import { eyebolt, link, ubolt } from './families/rod-fixing.ts'
import { rodPath } from './families/rod-path.ts'
import { arch } from './families/arch.ts'
import { tiltedBlock } from './families/tilted-block.ts'
import { elbow } from './families/elbow.ts'
import { loft } from './families/loft.ts'
import { outline } from './families/outline.ts'
import { revolved } from './families/revolved.ts'
import { spring } from './families/spring.ts'
import { hexCup } from './families/hex-cup.ts'
import { enclosure } from './families/enclosure.ts'
import { jar } from './families/jar.ts'
import { taperedCup } from './families/tapered-cup.ts'
import { bearingBlock, cellHolder } from './families/holder.ts'
import { lid } from './families/lid.ts'
import { motorPlate } from './families/motor-plate.ts'
import { extrusion } from './families/extrusion.ts'
import { threeWayCorner } from './families/three-way-corner.ts'
import { hatbracket, zbracket } from './families/bracket.ts'
import { lbracket } from './families/l-bracket.ts'
import { ubracket } from './families/u-bracket.ts'
import { uprights } from './families/uprights.ts'
import { openWasher } from './families/open-washer.ts'
import { cylinder, disc, tube, washer } from './families/round.ts'
import { capsule, ellipsoid, hemisphere, sphere } from './families/ball.ts'
import { cone } from './families/cone.ts'
import { pyramid, tetrahedron } from './families/pyramid.ts'
import { tiers } from './families/tiers.ts'
import { stairs } from './families/stairs.ts'
import { terraces } from './families/terraces.ts'
import { slanted } from './families/slanted.ts'
import { torus } from './families/torus.ts'
import { wedge } from './families/wedge.ts'
import { turned } from './families/turned.ts'
import { chamfer, fillet } from './features/edges.ts'
import { compartment, divider } from './features/divider.ts'
import { ear } from './features/ear.ts'
import { lowWall } from './features/low-wall.ts'
import { raisedRim } from './features/raised-rim.ts'
import { hole } from './features/hole.ts'
import { arcSlot } from './features/arc-slot.ts'
import { cutout, pocket, slot } from './features/pocket.ts'
import { mitre } from './features/mitre.ts'
import { notch } from './features/notch.ts'
import { rimFin } from './features/rim-fin.ts'
import { rimNotch } from './features/rim-notch.ts'
import { gusset } from './features/gusset.ts'
import { channel as channelCut, pad } from './features/pads.ts'
import { sector, trim } from './features/portion.ts'
import { slit } from './features/slit.ts'
import { standing } from './features/standing.ts'
import { step } from './features/step.ts'
import { dovetail, tSlot } from './features/undercut.ts'
import { dome } from './features/dome.ts'
import { flat } from './features/flat.ts'
import { band } from './features/band.ts'
import { groove } from './features/groove.ts'
import { keyway } from './features/keyway.ts'
import { scoop } from './features/scoop.ts'
import { setBodies } from './read/implied.ts'
import type { Family, FeatureKind, Kind } from './kinds.ts'
import { type Lexicon, lexiconOf } from './words/lexicon.ts'

// The table of contents of all that can be planned: one family, one file. A noun that several claim is the first's.
export const FAMILIES: readonly Family[] = [
  notMade,
  bearingBlock,
  motorPlate,
  cellHolder,
  extrusion,
  flatBar,
  lid,
  cap,
  stopper,
  frame,
  tee,
  cross,
  reducer,
  spool,
  spokedWheel,
  flatTee,
  flatEll,
  flatCross,
  quarterDisc,
  plate,
  block,
  cube,
  washer,
  gasket,
  openWasher,
  tube,
  disc,
  cylinder,
  hexagon,
  squareNut,
  octagon,
  pentagon,
  heptagon,
  nonagon,
  decagon,
  dodecagon,
  triangle,
  trapezoid,
  parallelogram,
  rhombus,
  ellipse,
  stadium,
  lever,
  halfDisc,
  star,
  hexCup,
  enclosure,
  jar,
  taperedCup,
  lbracket,
  ubracket,
  jstrip,
  angled,
  lug,
  zbracket,
  threeWayCorner,
  uprights,
  hatbracket,
  dinRail,
  flange,
  normFlange,
  flangedBushing,
  loft,
  outline,
  arch,
  tiltedBlock,
  spring,
  elbow,
  rodPath,
  revolved,
  doorHook,
  jhook,
  shook,
  ubolt,
  thandle,
  handle,
  eyebolt,
  clamp,
  grommet,
  link,
  gear,
  rack,
  gt2,
  vpulley,
  pulley,
  turned,
  ibeam,
  channel,
  tprofile,
  angle,
  hollowSection,
  uprightTube,
  sphere,
  hemisphere,
  ellipsoid,
  cone,
  torus,
  tiers,
  stairs,
  terraces,
  slanted,
  pyramid,
  tetrahedron,
  wedge,
  capsule,
]
export const FEATURES: readonly FeatureKind[] = [
  hole,
  slot,
  arcSlot,
  pocket,
  cutout,
  tSlot,
  dovetail,
  slit,
  mitre,
  channelCut,
  notch,
  ear,
  lowWall,
  rimFin,
  rimNotch,
  step,
  gusset,
  raisedRim,
  divider,
  compartment,
  pad,
  groove,
  band,
  keyway,
  flat,
  dome,
  scoop,
  sector,
  trim,
  fillet,
  chamfer,
]

const families = new Map(FAMILIES.map((family) => [family.key, family]))
const stood = new Map<string, FeatureKind>()
const features = new Map(FEATURES.map((feature) => [feature.key, feature]))
export const familyOf = (key: string): Family | undefined => families.get(key)
/** What a noun of a feature names. */
export const ownFeature = (key: string): FeatureKind | undefined => features.get(key)
/** A feature of a plan: one of those, or a family that stands on what there is. */
export function featureOf(key: string): FeatureKind | undefined {
  const family = features.has(key) ? undefined : families.get(key)
  if (!family) return features.get(key)
  const made = stood.get(key) ?? standing(family)
  stood.set(key, made)
  return made
}

let made: Lexicon | undefined
/** Made once, when the first words come. */
export function lexicon(): Lexicon {
  setBodies([...families.keys()])
  made ??= lexiconOf([...FAMILIES, ...FEATURES].flatMap(withParts))
  return made
}

/** The nouns of parts stand under the key that their owner knows them by. */
const withParts = (kind: Kind): Kind[] => [
  kind,
  ...Object.entries(kind.parts ?? {}).flatMap(([key, part]) =>
    withParts(part).map((one) => (one === part ? { ...part, key, owner: kind.key } : one)),
  ),
]
