import type { Role } from '../kinds.ts'

// The vocabulary that all families share. Nouns of families and features stand in their own files.

const list = (text: string): string[] =>
  text
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter(Boolean)

/** Words for sizes. */
export const DIMENSIONS: Record<Role, string[]> = {
  thickness: list(
    'thickness, thick, thk, gauge, t, material, material thickness, sheet thickness, sheet metal, sheet steel, steel sheet, aluminium sheet, aluminum sheet, plate thickness, steel plate thickness, stock thickness, thick material, thick sheet metal, thick sheet, thick steel, thick aluminium',
  ),
  width: list('width, wide, w, breadth, broad, face width, facewidth, face, belt width, belt'),
  length: list('length, free length, unloaded length, long, l, lg, lengthwise length'),
  height: list('height, tall, high, h, rise, height above'),
  depth: list('depth, deep, dp'),
  diameter: list('diameter, dia, diam, d, ⌀, in diameter'),
  radius: list('centreline radius, centerline radius, centre line radius, radius, rad, r'),
  outer: list(
    `od, o d, outer d, outside d, outside diameter, outer diameter, external diameter, outside dia, outer dia, overall diameter, outside, outer,
     major diameter, outside size, out diameter, outer side, outside side, outer side length, outer edge length, external, exterior, exterior size`,
  ),
  inner: list(
    `id, i d, inner d, inside d, inside diameter, inner diameter, internal diameter, inside dia, inner dia, inside, inner, bore diameter, bore dia,
     inner side, inside side, inner side length, inner edge length, clear inside, inside clear, bore size, internal, internal dia, hole diameter inside, interior, interior size`,
  ),
  'outer-radius': list(
    'outer radius, outside radius, external radius, circumradius, circumscribed radius, circumscribed circle radius, circumcircle radius',
  ),
  apothem: list('inradius, inscribed radius, inscribed circle radius, apothem, incircle radius'),
  'inner-radius': list(
    'inner radius, inside radius, internal radius, inside bend radius, inner bend radius, inside radius of the bend, inner radius of the bend, inside corner radius, inner corner radius, internal corner radius',
  ),
  flats: list(
    'across flats, side to side, side-to-side, side to side, side-to-side, across the flats, af, a f, hex size, across flat, wrench size, key size, flat to flat, across the flat, inscribed circle, inscribed circle diameter, inscribed diameter, incircle diameter',
  ),
  points: list(
    'point, pointed, across corners, across the corners, across points, point to point, corner to corner, circumscribed circle, circumscribed circle diameter, circumscribed diameter, circumcircle, circumcircle diameter',
  ),
  wall: list(
    `wall, wall thickness, shell, shell thickness, thick shell, walls and floor, wall and floor, walls all round, side wall, walls and base, walls and bottom, wall and base,
     wall and bottom, walls and top, wall and top, top and walls, top and wall, thick wall, thick wall and floor`,
  ),
  floor: list(
    'floor, floor thickness, bottom thickness, base thickness, thick floor, thick bottom, thick base, thick top, top thickness',
  ),
  side: list('side, side length, edge length, a side, on a side, on each side, each side, per edge, edge to edge'),
  pcd: list(
    `pcd, bcd, pitch diameter, pitch dia, p c d, b c d, pitch circle, bolt circle, pitch circle diameter, bolt circle diameter, bolt hole circle, bolt circle dia,
     pitch circle dia, hole circle, circle of holes, pitch diameter circle, bc, bolt pattern circle, pitch circle of`,
  ),
  centres: list(
    `centre to centre, centre-to-centre, c c, c to c, between centre, between end centre, centre distance, on centre, between the centre,
     centre to centre distance, between hole centre, hole centre, fixing centre, screw centre, mounting centre, between the end centre`,
  ),
  spacing: list(
    'spacing, apart, spaced, hole spacing, bolt spacing, screw spacing, spacing between, centre spacing, hole pitch, crs, ctrs, cts',
  ),
  angle: list('angle, included angle, slope, incline, slope angle, pressure angle'),
  module: list('module, mod'),
  diametral: list('diametral pitch'),
  teeth: list('teeth, tooth'),
  turns: list('turn, coil'),
  pitch: list('pitch'),
  corner: list(
    'corner radius, corner rounding, corner fillet radius, rounded corner radius, radiused corner, radius corner, outside corner radius, outer corner radius, external corner radius, corner outside radius',
  ),
  bend: list('bend radius, centreline bend radius, centerline bend radius, bending radius'),
  toe: list('toe radius'),
  root: list('root radius, root fillet, fillet radius, internal fillet radius'),
  overall: list(
    'overall, total, overall length, total length, in total, overall size, total depth, overall depth, deep in total, deep in all, deep overall',
  ),
  'under-head': list(
    'long below the flange, below the flange, long under the flange, under the flange, long under the head, under the head, below the head, long below the head, excluding the head, without the head',
  ),
  ratio: list('taper ratio'),
  'overall-height': list(
    'overall height, total height, height overall, high overall, tall overall, high in total, tall in total',
  ),
  clear: list('clear, clear span'),
  inset: list(
    'inset, edge inset, edge distance, distance from edge, edge clearance, edge spacing, set in, edge offset, edge margin, margin',
  ),
  diagonal: list('diagonal, diagonal length'),
  arm: list(
    'leg length, arm length, straight at both ends, straight at each end, straight on both ends, straight on each end, straight each end, straight both ends',
  ),
  taper: list('taper, draft, draft angle, taper angle'),
  'top-width': list(
    'top width, top base, upper base, upper width, top length, short base, shorter base, top diameter, upper diameter, small diameter, smaller diameter, small end diameter, top side, minor diameter',
  ),
  'bottom-width': list(
    'bottom width, bottom base, lower base, lower width, bottom length, long base, longer base, bottom diameter, base diameter, lower diameter, large diameter, larger diameter, bottom side, base width, base side',
  ),
  count: list('row, column, battery count'),
  gap: list('gap, opening, mouth'),
  section: list(
    'wire diameter, rod diameter, bar diameter, round section, circular section, round cross section, circular cross section, wire, cross section, cross section diameter, cross sectional diameter, section diameter, section thickness, cord diameter, cord, cord thickness',
  ),
  offset: list('offset'),
  margin: list('end margin'),
  // Sizes that are names of bought parts; words/items.ts writes `608zz` and `NEMA17` with these.
  bearing: list('bearing size, bearing number, bearing code'),
  nema: list('nema, nema size, nema frame'),
  cell: list('cell size, battery size'),
  clearance: list('fit clearance'),
  reference: list('reference diameter'),
  series: list('profile series'),
  rolled: list('rolled size'),
  norm: list('din, iso, din en iso, en iso, din iso, iso standard, din standard'),
  'major-radius': list('major radius, ring radius, semi major axis, semi major, semimajor axis, major semi axis'),
  'inner-height': list(
    'inside height, internal height, inner height, inside depth, internal depth, inner depth, high inside, tall inside, deep inside, height inside, depth inside, interior height, clear height',
  ),
  'inner-width': list(
    'inside width, internal width, inner width, wide inside, width inside, interior width, clear width, between the legs, between legs, between the arms, inside the legs, between the sides, between the ears, between the flanges, between flanges, between sides, gap between the ears, gap between the legs',
  ),
  'inner-length': list(
    'inside length, internal length, inner length, long inside, length inside, interior length, clear length',
  ),
  'minor-radius': list(
    'bar radius, rod radius, wire radius, minor radius, tube radius, section radius, semi minor axis, semi minor, semiminor axis, minor semi axis',
  ),
  // Which stretch of what is turned something is in; words/sections.ts writes `along the 15 mm part` with it.
  stage: list('stage diameter'),
  'major-axis': list('major axis, long axis, major diameter of the ellipse'),
  'minor-axis': list('minor axis, short axis'),
}

/** Adjectives that families and features look at; the first word is what they look for. */
export const FLAGS: string[][] = [
  'through, thru, through-all, thro, clear through, all the way through, straight through, completely through, right through, straight down through',
  'through-everything, through everything, right through everything, goes through everything, through all of it, through the lot, through the whole part, through the whole thing, through both parts',
  'blind',
  'radial, radially',
  'cross-shaped, cross shaped, plus shaped, cross form',
  'cross, crosswise hole, transverse, crosswise, crossways, sideways, transversely',
  'countersunk, countersink, csk, countersinking, countersunk head',
  'counterbored, counterbore, cbore, c bore, counterboring, spotface, spotfaced',
  'tapped, threaded, tap, tapping',
  'clearance',
  'close, close fit, tight fit, tight',
  'loose, loose fit, free fit',
  'medium, medium fit, normal fit, standard fit',
  'rounded, radiused, round cornered, round corner',
  'circular, cylindrical, disc shaped, round',
  'square',
  'round-section, round section, circular section, round cross section, circular cross section',
  'rectangular, rectangle',
  'hexagonal, hex, hexagon, six sided',
  'octagonal, octagon, eight sided',
  'pentagonal, pentagon, five sided',
  'triangular, triangle, equilateral, three sided',
  'isosceles',
  'right-angled, right angled, right angle, with a right angle',
  'trapezoidal, trapezoid',
  'elliptical, ellipse, oval',
  'diamond, rhombus, rhombic, diamond shaped',
  'd-shaped, dshaped, d shaped',
  'half, semicircular, semi circular, half round',
  'quarter',
  'inverted, upside down, standing on its point, standing on its tip, on its point, on its tip, pointing down, point down, tip down, standing on its head, point downwards, pointing downwards',
  'three-quarter, threequarter',
  'one-third, onethird',
  'two-thirds, twothirds',
  'one-sixth, onesixth',
  'one-eighth, oneeighth',
  'hollow, hollowed, hollowed out',
  'open, open top, open face, open topped, topless, no lid, without lid, without a lid, open at the top, open on top',
  'open-ends, open end, open at both ends, open both ends, open top and end, both ends open, both ends are open, open on both ends',
  'sharp-inside, sharp inside corner, square inside corner',
  'sharp-outside, sharp outside corner, square outside corner',
  'closed-end, closed end, closed bottom, closed base, closed floor, solid base, solid bottom, solid floor, bottom closed, base closed',
  'round-bottom, round bottom, rounded bottom, hemispherical bottom, domed bottom, dome bottom, spherical bottom, round bottomed, hemispherical end, rounded base',
  'closed-ends, closed ends, both ends closed, closed at both ends, closed both ends, both ends capped, capped at both ends, capped both ends, closed off at both ends',
  'closed, capped, sealed, closed on all sides, closed all round, fully closed',
  'vertical, upright',
  'horizontal',
  'tapered, tapering',
  'taken-out, subtracted, minus, scooped out, carved out, cut away',
  'within, within the length, included in the length',
  'domed, hemispherical, dome, hemisphere, spherical end, ball end, dome topped, rounded top, hemispherical top, domed top',
  'inside, internally, inner size, clear inside, inside clear, interior, interior size, clear interior, internal size, usable inside, inside space, clear space, clear room, usable space',
  'outside, externally, outer size',
  'open-front, open at the front, open front, open fronted',
  'open-back, open at the back, open back',
  'open-left, open on the left, open left, open at the left, open left end, open left side',
  'open-right, open on the right, open right, open at the right, open right end, open right side',
  'open-bottom, open at the bottom, open underneath, open bottom',
  'around, all around, all round, round the rim, around the rim',
  'evenly, equally, equal, even, equidistant, equispaced, equally spaced, evenly spaced, regularly spaced, regular, evenly distributed, uniformly spaced',
  'goes-over, fits over, fit over, slips over, slip over, goes over, sliding over, slides over, overlapping, overhanging, telescoping',
  'press-fit, press fit, press in, push in, push fit, push on, snug, snug fit, friction fit, interference fit',
  'separate, separately, loose part',
  'bent, folded, bent to an l, bent into an l, bent in an l, bent to an l shape, bent into an l shape, bent to form an l, folded to an l',
  'full-height, full height',
  'from-below, from the outside bottom, from the outside of the bottom, from the outside of the floor, from the underside of the box, from the underside of the floor, from the underside of the case, above the outside bottom, including the floor',
  'square-bends, square corner, sharp corner, mitred corner, mitred square, square bend, sharp bend, corner mitred square, corner mitred, bent square, corner square, sharp square corner, mitred square corner',
  'all-over, all over it, covered in, covered with, full of, perforated, mesh, grid, square grid, regular grid, in both directions, both directions, both ways, in each direction',
  'parallel, one above the other, above each other, on top of each other',
  'stacked, in a stack',
  'concentric, nested, one inside the other, coaxial',
  'right-end-round, right end round, one round end',
  'left-end-round, left end round',
  'fully-rounded, fully rounded, semicircular end, semi circular end, half round end, radiused end, end rounded, end radiused, full radius, rounded end, round end',
].map(list)

/** Sides and places, as the words of relations. */
export const PLACES: Record<string, string[]> = {
  left: list('left, left-hand, left hand, lefthand'),
  right: list('right, right-hand, right hand, righthand'),
  front: list('front, near'),
  back: list('back, rear, far, behind'),
  top: list('top, upper, topmost'),
  bottom: list('bottom, lower, underside, below, underneath, beneath, base side'),
  short: list('short, shorter, narrow'),
  long: list('long, longer'),
  edge: list(
    'edge, side, end, rim, border, perimeter, outside edge, outer edge, outer rim, outer, outside, edge of it',
  ),
  corner: list('corner'),
  centre: list(
    'centre, middle, central, centred, centrally, midpoint, centrepoint, dead centre, concentric, concentrically, coaxial, centrally located, axis',
  ),
  centreline: list('centreline, centre line, midline, axis line, long centreline, mid line'),
  face: list('face, surface, side face'),
  heel: list('heel'),
  foot: list('foot edge'),
  rind: list('outer faces of the box'),
  inside: list('inner faces of the box'),
}

/** Words that change nothing: articles, politeness, verbs of making, joining words. */
export const FILLERS = list(
  `a, an, the, please, pls, kindly, i, i'd, id like, i'm, im, want, would, like, need, could, can, you, me, my, us, we, our, make, build, create, design,
   give, generate, draw, cut, produce, get, it, its, it's, that, that's, this, these, those, is, are, be, being, was, and, with, of, in, on, at, to, from, out,
   made, standing, stands, sitting, sits, resting, rising, has, have, having, for, as, by, so, then, also, plus, which, where, there, there's, should, shall, must, will, let, let's, just, simple, basic, plain,
   solid, part, component, piece, model, object, thing, item, 3d, cad, machined, printed, milled, turned, new, some, dimension, dimensions, dims, size, sizes, sized, inch,
   apply, applied, applying, geometric, measuring, measure, measures, total, mm, unit, units, millimetre, following, specification, specs, spec, hi, hello, hey, thanks, thank, ok, okay, now, add,
   put, place, placed, drill, drilled, drilling, bore, bored, mill, include, including, includes, feature, featuring, features, provide, located, location, positioned, position, set,
   set in, each, every, all, one, both, per, single, standard, normal, regular, small, large, big, little, thin, flat, long, short, sort, kind, type, shape,
   shaped, per, about, i'll, want it, overall, exactly, whose, straight, same, other, too, using, use, used, into, onto, through, along, across, around, over, between,
   apart, away, paint, painted, colour, coloured, color, colored, inwards, inward, outward, down, up, only, any, them, they, their, do, does, does it, when, while, here, go, goes, running, runs, run, going, leads, leading, passes, passing, off, nice,
   together, joined, attached, connected, fixed, mounting, mounted, quick, needs, needed, looking, look, asked, basically, essentially, actually, really,
   respectively, altogether, instead, change, set, edit, modify, rather, than, previous, move, moved, shift, update, replace, swap, switch, become, increase, decrease, reduce, enlarge, adjust, keep, everything, else, replaced, resize, convert, turn, made it, to be, give it, individually, directly, again, another, additional, extra, more, cleanly, cleaned, clean, typical, suitable, dummy, mockup, mock up, stand in, placeholder, inches, imperial, centimetres, centimeters, cm, deburr, deburred, laser, laser cut, laser-cut, waterjet, plasma cut, sharp, matl, nominal, approx, uniform, constant, consistent, consists, consist,
   union, unite, united, combination, combine, combined, combining, fuse, fused, fusion, merge, merged, crossing, intersect, intersection, intersected, intersecting`,
)
/** What is kept beside the shape: materials and colours. */
export const MATERIALS = list(
  `steel, mild steel, stainless, stainless steel, aluminium, aluminum, alu, brass, bronze, copper, titanium, pla, petg, abs, asa, nylon, tpu, delrin, pom, hdpe,
   polycarbonate, resin, acrylic, wood, wooden, timber, pine, walnut, birch, hardwood, oak, plywood, mdf, plastic, metal, rubber, cast iron, iron, ptfe, peek, 6061, 7075, 304, 316`,
)
export const COLORS = list('red, green, blue, yellow, orange, white, black, grey, silver, purple, pink, brown, gold')

export const ALIASES: Record<string, string> = {
  center: 'centre',
  axes: 'axis',
  centers: 'centre',
  centres: 'centre',
  centered: 'centred',
  centerline: 'centreline',
  centring: 'centred',
  ctr: 'centre',
  middles: 'middle',
  radii: 'radius',
  radiuses: 'radius',
  vertices: 'vertex',
  grey: 'grey',
  gray: 'grey',
  inches: 'inch',
  diametre: 'diameter',
  diametres: 'diameter',
  diameters: 'diameter',
  "dia's": 'dia',
  lenght: 'length',
  lenth: 'length',
  heigth: 'height',
  hight: 'height',
  widht: 'width',
  thikness: 'thickness',
  thicknes: 'thickness',
  feets: 'foot',
  feet: 'foot',
  teeth: 'teeth',
  disk: 'disc',
  disks: 'disc',
  halves: 'half',
  chamfers: 'chamfer',
  fillets: 'fillet',
  tyre: 'tire',
  moulding: 'molding',
  axle: 'axle',
  dimetre: 'diameter',
  diamater: 'diameter',
  cornes: 'corner',
}
