import { halfSlit, halved, powered } from '../families/round.ts'
import { bracketed, half, minus } from '../formula.ts'
import { threadOf } from '../library/fasteners.ts'
import type { FeatureKind, Placed, Settling } from '../kinds.ts'
import { FACES } from '../locate.ts'
import { ACROSS, acrossForm, settleAcross } from './across-pad.ts'
import { screw } from './hole.ts'
import { armForm, endBall, endLip, isHook, settleArmEnd } from './arm-end.ts'

// What stands on a face: bosses, posts, pads, ribs; and what is cut along one: channels, steps.

const rimHole = {
  key: 'hole',
  nouns: 'hole, pilot hole, screw hole, bore, tapped hole, threaded hole, blind hole, clearance hole',
  slots: {
    diameter: { label: 'hole diameter', accepts: 'diameter radius*2 inner', say: '# hole' },
    depth: { label: 'hole depth', accepts: 'depth', say: '# deep' },
    ...ACROSS,
  },
  bare: ['diameter'],
  chains: { 2: ['diameter', 'depth'] },
  flags: 'through cross blind tapped clearance close medium loose',
}
/** Where the hole of a boss begins wider: the seat of a bearing. */
const seat = {
  key: 'seat',
  nouns: 'counterbore, counterbored recess, bearing seat',
  slots: {
    diameter: { label: 'counterbore diameter', accepts: 'diameter radius*2 inner', say: '# counterbore' },
    depth: { label: 'counterbore depth', accepts: 'depth', say: '# deep' },
  },
  bare: ['diameter', 'depth'],
  chains: { 2: ['diameter', 'depth'] },
}
const base = {
  key: 'fillet',
  nouns:
    'base fillet, fillet at the base, fillet at its base, fillet around the base, fillet around its base, fillet at the foot, fillet at its foot, root fillet',
  slots: { size: { label: 'base fillet', accepts: 'radius', say: '# base fillet' } },
  bare: ['size'],
}
const top = {
  key: 'dome',
  nouns: 'hemispherical top, domed top, rounded top',
  slots: { radius: { label: 'dome radius', accepts: 'radius', say: '' } },
  bare: ['radius'],
}

/** Something standing on a face: round where it has a diameter, otherwise rectangular. */
export const pad: FeatureKind = {
  key: 'pad',
  nouns: `boss, post, pad, standoff, peg, stud, knob, nub, nubbin, pip, pillar, raised pad, raised boss, column, upright post, round boss, cylindrical boss, circular boss, cylindrical post, circular post, cylindrical pin, cylindrical peg, cylindrical column, cylindrical pillar, cylindrical stud, square post, square boss, rectangular boss, locating pin, pin, tower, raised block, projection,
    stub, spigot, spindle, round peg, round post, round pin, dowel, square peg, mounting boss, screw boss, insert boss, heat set insert boss, heat-set insert boss, threaded boss, mounting post, cylinder, raised disc, register, locating register, block, raised cylinder, support, screw post, tab, raised rectangle, island, rib, fin, hook peg, upright wall, standing plate, upright plate, vertical plate, vertical wall, standing wall, tenon, raised rib`,
  manner: 'spot',
  slots: {
    diameter: { label: 'Boss diameter', accepts: 'diameter outer radius*2', say: '# diameter' },
    length: { label: 'Boss length', accepts: 'length x side', say: '# long' },
    width: { label: 'Boss width', accepts: 'width y thickness', say: '# wide' },
    // `four standoffs 8 mm tall inside`
    height: { label: 'Boss height', accepts: 'height z depth overall inner-height', say: '# high' },
    above: {
      label: 'Height over the underside',
      accepts: '',
      say: '# high from the underside',
      name: 'from_underside',
    },
    lip: { label: 'Lip height', accepts: '', say: '# end lip', name: 'lip_height' },
    pilot: { label: 'Screw hole', accepts: '', say: '# hole', name: 'hole' },
    tip: { label: 'Edge at the top', accepts: '', say: '# at its top edge' },
  },
  bare: ['diameter', 'height'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  flags: 'square circular rectangular vertical full-height from-below',
  parts: { hole: rimHole, seat, fillet: base, dome: top, endlip: endLip, endball: endBall },
  settle(sizes) {
    const round = !sizes.flag('square') && !sizes.flag('rectangular')
    // `8 x 6 mm boss`: what is round has a diameter and a height.
    const named = /boss|post|standoff|peg|stud|pillar|column|pin|knob|cylinder|spigot|stub|tower|spindle|dowel|nub|pip/
    if (!sizes.has('height') && !sizes.has('diameter') && round && named.test(sizes.noun) && sizes.has('width'))
      if (sizes.has('length') && !squarePost(sizes)) sizes.move('length', 'diameter')
    // `a 4 mm rib 10 high`, `a 4 x 10 high rib`: how thick it is.
    // `a 6 x 9 rib along the edge`: its section.
    if (isRib(sizes.noun) && !sizes.has('height') && sizes.byTurn('length') && sizes.byTurn('width')) {
      sizes.move('width', 'height')
      sizes.move('length', 'width')
    }
    const thick = ['diameter', 'length'].find((slot) => sizes.byTurn(slot))
    if (isRib(sizes.noun) && thick && sizes.has('height') && !sizes.has('width')) sizes.move(thick, 'width')
    // `a 16 mm peg 60 mm long`, `a knob 8 mm thick`: how far what is round stands out.
    if (sizes.has('diameter') && round && !sizes.has('height'))
      sizes.move(sizes.has('length') ? 'length' : 'width', 'height')
    if (sizes.has('diameter') && !round) sizes.move('diameter', 'length')
    forScrew(sizes)
    aroundItsHole(sizes)
    // `a hook sticking out 35`: what turns up at its end is bent from rod.
    if ((sizes.part('endlip') || isHook(sizes)) && round && !sizes.has('diameter') && !sizes.has('width')) {
      if (sizes.has('length') && !sizes.has('height')) sizes.move('length', 'height')
      if (!sizes.has('length')) sizes.assume('diameter', 8, 'how thick the hook is was not said')
    }
    if (!sizes.has('diameter') && !sizes.has('length') && !sizes.has('width')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${sizes.noun} be?`, [
        '8 mm diameter, 6 mm high',
        '10 x 10 x 20 mm',
      ])
      return
    }
    // `an arm 40 long`: how far it sticks out, and not how wide it is.
    if (/^(?:peg|pin|arm|prong|post)$/.test(sizes.noun) && round && only(sizes, 'length')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How thick should the ${sizes.noun} be?`, ['8 mm diameter', '12 mm diameter'])
      return
    }
    // `a 200 mm square block 60 thick`: how high it is.
    if (
      /block|tower|support$/.test(sizes.noun) &&
      !round &&
      sizes.has('length') &&
      sizes.has('width') &&
      !sizes.has('height')
    )
      if (sizes.flag('square')) {
        sizes.move('width', 'height')
        sizes.derive('width', sizes.formula('length'))
      }
    if (!sizes.has('diameter')) {
      if (!sizes.has('length'))
        sizes.derive('length', isRib(sizes.noun) && sizes.body ? sizes.body.form.size[0] : sizes.formula('width'))
      if (!sizes.has('width')) sizes.derive('width', sizes.formula('length'))
    }
    // A boss of an enclosure reaches up to its rim: what is screwed on lies on it.
    const box = /^(?:enclosure|jar)$/.test(sizes.body?.family ?? '') ? sizes.body?.sizes : undefined
    if (
      !sizes.has('height') &&
      box?.['height'] &&
      (/boss|screw post|pillar/.test(sizes.noun) || sizes.flag('full-height'))
    )
      sizes.derive('height', `${box['height']} - ${sizes.body?.form.inside ? '2 * ' : ''}${box['floor'] ?? '0'}`)
    // `30 mm tall from the outside bottom`: with the floor it stands on.
    else if (sizes.has('height') && box?.['floor'] && sizes.flag('from-below')) {
      sizes.move('height', 'above')
      sizes.derive('height', `${sizes.formula('above')} - ${box['floor']}`)
    }
    settleArmEnd(sizes)
    if (!sizes.has('height')) sizes.assume('height', 10, `no height of the ${sizes.noun} was said`)
    // `then a 5 mm hole through everything`: on through what the boss stands on.
    const hole = sizes.part('hole')
    const everything = hole?.flag('through-everything') === true
    const thread = hole?.designator('diameter')
    if (hole && thread && !hole.has('diameter')) screw(hole, thread)
    const across = hole && ['x', 'y', 'thin'].some((way) => hole.flag(`across-${way}`))
    if (hole && !across && (/cross/.test(hole.noun) || hole.flag('cross')))
      sizes.refuse('AGENT_UNSUPPORTED', `A hole across a ${sizes.noun} is not made here; one down into its end is.`)
    settleAcross(sizes)
    const wide = sizes.part('seat')
    if (wide && !['diameter', 'depth'].every((slot) => wide.has(slot)))
      sizes.refuse('AGENT_NEEDS_ANSWER', `How wide and how deep is the counterbore of the ${sizes.noun}?`, [
        'counterbore 22 mm, 7 mm deep',
      ])
    else if (wide && hole?.has('diameter') && wide.value('diameter') <= hole.value('diameter'))
      sizes.refuse('AGENT_CONTRADICTION', `A counterbore of ${wide.value('diameter')} mm is no wider than its hole.`)
    const runs = hole?.flag('through') || hole?.noun.startsWith('through')
    if ((everything || runs) && hole && !hole.has('depth')) sizes.mark('bored-through')
  },
  build(placed) {
    const { sizes, add, cut, count, parts, along, has } = placed
    const { diameter, length = '0', width = '0', height = '0' } = sizes
    const pilot = sizes['pilot']
    const hole = parts['hole'] ?? (pilot ? { diameter: pilot } : undefined)
    const [u, v] = diameter ? [diameter, diameter] : along === 'y' ? [width, length] : [length, width]
    const rounded = parts['dome'] !== undefined || has('domed')
    const straight = rounded && diameter ? `${height} - ${halved(diameter)}` : height
    const arm = armForm(placed, { diameter, u, v, height: straight })
    const lines = arm.lines
    let volume = `${count} * (${arm.volume})`
    if (rounded && diameter) {
      lines.push(...add(`Pos(0, 0, ${straight}) * Sphere(${halved(diameter)})`))
      volume += ` + ${count} * pi / 12 * ${diameter}**3`
    }
    const bored = has('bored-through') && hole?.['depth'] === undefined
    const deep = bored ? `(${height} + ${placed.through})` : (hole?.['depth'] ?? height)
    const across = acrossForm(placed, hole, [u, v, height])
    if (across) {
      lines.push(...across.lines)
      volume += across.volume
    } else if (hole?.['diameter']) {
      lines.push(...cut(`Pos(0, 0, ${height}) * Cylinder(${halved(hole['diameter'])}, ${deep}, align=down)`))
      volume += ` - ${count} * pi / 4 * ${powered(hole['diameter'])} * ${deep}`
    }
    const { diameter: seated, depth: sunk } = parts['seat'] ?? {}
    if (seated && sunk) {
      lines.push(...cut(`Pos(0, 0, ${height}) * Cylinder(${halved(seated)}, ${sunk}, align=down)`))
      const narrow = hole?.['diameter'] ? ` - ${powered(hole['diameter'])}` : ''
      volume += ` - ${count} * pi / 4 * (${powered(seated)}${narrow}) * ${sunk}`
    }
    const right =
      !across &&
      hole?.['diameter'] !== undefined &&
      placed.evaluate(deep) >= placed.evaluate(`${height} + ${placed.through}`) - 1e-6
    const fillet = parts['fillet']?.['size']
    if (fillet && diameter) {
      // A ring with a hollow corner: what a fillet at the foot adds.
      lines.push(
        ...add(
          `(Cylinder(${halved(diameter)} + ${fillet}, ${fillet}, align=floor) - Pos(0, 0, ${fillet}) * Torus(${halved(diameter)} + ${fillet}, ${fillet}))`,
        ),
      )
      volume += ` + ${count} * 2 * pi * (${halved(diameter)} + ${fillet} * (10 - 3 * pi) / (12 - 3 * pi)) * ${powered(fillet)} * (1 - pi / 4)`
    }
    const { tip } = sizes
    if (tip && diameter) {
      const [low, radius] = [`${height} - ${tip}`, halved(diameter)]
      const kept = has('tip-fillet')
        ? `Cylinder(${radius} - ${tip}, ${tip}, align=floor) - Torus(${radius} - ${tip}, ${tip})`
        : `Cone(${radius}, ${radius} - ${tip}, ${tip}, align=floor)`
      lines.push(...cut(`Pos(0, 0, ${low}) * (Cylinder(${radius}, ${tip}, align=floor) - ${kept})`))
      volume += has('tip-fillet')
        ? ` - ${count} * (pi * ${powered(tip)} * (2 * ${radius} - ${tip}) - 2 * pi * ((${radius} - ${tip}) * pi * ${powered(tip)} / 4 + ${tip}**3 / 3))`
        : ` - ${count} * pi * ${powered(tip)} * (${radius} - ${tip} / 3)`
    }
    return {
      lines,
      volume,
      reach: { u, v, depth: '0', outward: rounded ? height : arm.rise, ...(diameter ? { round: true as const } : {}) },
      rise: rounded ? height : arm.rise,
      ...(right ? { openings: count } : across ? { openings: across.openings } : {}),
      ...(across?.boxes ? { boxes: across.boxes } : {}),
      ...(!across && hole?.['diameter'] ? { holes: { diameter: hole['diameter'], through: right, depth: deep } } : {}),
    }
  },
}

/** What runs along what it stands on. */
export const isRib = (noun: string): boolean => /rib|fin|wall/.test(noun)

/** `a 7 x 7 post`: as wide one way as the other, and not as high. */
const squarePost = (sizes: Settling): boolean =>
  /post|pillar|column/.test(sizes.noun) && sizes.value('length') === sizes.value('width')

/** `four M3 bosses`, `M3 insert bosses`: a hole to screw into or to press the insert into, and wall enough around it. */
function forScrew(sizes: Settling): void {
  const size = sizes.designator('diameter')
  const row = size ? threadOf(size)?.row : undefined
  if (!size || !row) return
  const insert = /insert/.test(sizes.noun)
  const bore = sizes.part('hole')
  if (bore ? !bore.has('diameter') : !sizes.has('pilot')) {
    const [wide, why] = insert ? [row.insert, `${size} heat-set insert`] : [row.tap, `${size} tap drill`]
    if (bore) bore.look('diameter', wide, why)
    else sizes.look('pilot', wide, why)
  }
  const across = Math.ceil(2 * (insert ? row.insert : row.nominal))
  if (!sizes.has('diameter')) sizes.assume('diameter', across, `${size}, and no diameter was said`)
  if (!insert) sizes.note(`${size} threads are not modelled; the hole is the tap drill.`)
}

/** `four standoffs 6 high with 2.5 mm holes`, `standoffs for a Raspberry Pi`: with enough around the hole of a small screw. */
function aroundItsHole(sizes: Settling): void {
  if (sizes.noun !== 'standoff' || ['diameter', 'length', 'width'].some((slot) => sizes.has(slot))) return
  const hole = sizes.part('hole')
  const wide = hole?.has('diameter') ? Math.ceil(hole.value('diameter') + 3) : 6
  sizes.assume('diameter', wide, `no diameter of the ${sizes.noun} was said`)
}

/** A channel across a face: straight walls, round, V. */
export const channel: FeatureKind = {
  key: 'channel',
  nouns: `channel, groove, half-round channel, half round channel, half-round groove, half round groove, v groove, v-groove, vee groove, straight channel, trench, rectangular channel, semicircular channel, semicircular groove, round channel, u groove, dado, milled channel, keyed channel, through channel, rectangular groove, v channel, vee, cable channel`,
  manner: 'run',
  slots: {
    width: { label: 'Channel width', accepts: 'width diameter radius*2 top-width gap', say: '# wide' },
    depth: { label: 'Channel depth', accepts: 'depth height', say: '# deep' },
    angle: { label: 'Angle', accepts: 'angle', unit: 'deg', say: '# angle' },
    length: { label: 'Channel length', accepts: 'length', say: '# long' },
    run: { label: 'Channel length', accepts: '', say: '# long', name: 'length' },
  },
  bare: ['width', 'depth'],
  chains: { 2: ['width', 'depth'] },
  flags: 'half circular square rectangular open',
  settle(sizes) {
    const vee = /\bv\b|vee/.test(sizes.noun)
    const half = /half|semi|round/.test(sizes.noun) || sizes.flag('half')
    if (vee) sizes.mark('vee')
    if (half) sizes.mark('half')
    if (vee && !sizes.has('angle')) sizes.assume('angle', 90, 'a V without an angle')
    if (vee && !sizes.has('width') && sizes.has('depth'))
      sizes.derive('width', `2 * ${sizes.formula('depth')} * tan(radians(${sizes.formula('angle')} / 2))`)
    if (!sizes.has('width')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How wide should the ${sizes.noun} be?`, ['5 mm', '10 mm', '20 mm'])
      return
    }
    const run = sizes.has('length') && sizes.body ? sizes.value('length') : undefined
    if (run !== undefined && sizes.body) {
      const along = (['x', 'y'] as const).find(
        (_, index) => Math.abs((sizes.body?.evaluate(sizes.body.form.size[index] ?? '0') ?? 0) - run) < 1e-6,
      )
      if (along) sizes.mark(`runs-${along}`)
      else
        sizes.refuse('AGENT_UNSUPPORTED', `A ${sizes.noun} goes all along a face here; ${run} mm is no side of it.`, [
          'all along',
          'a pocket of that size',
        ])
    }
    if (!half && !vee && !sizes.has('depth') && !sizes.flag('leading'))
      sizes.assume('depth', Math.max(1, Math.round(sizes.value('width') / 2)), 'no depth was said')
  },
  build({ sizes, body, bodyId, along: way, has, face, at, u, v, relations, evaluate }) {
    const { width = '0', depth, angle = '90', middle } = sizes
    const along = has('runs-x') ? 'x' : has('runs-y') ? 'y' : way
    const [whole, plane, across] = runOf(body, face, along)
    // One that leads into a pocket ends there.
    const length = sizes['run'] ?? whole
    const shift = sizes['aside'] ?? sideOf(relations, across, width, along)
    const count = sizes['count'] ?? '1'
    const gap = relations.find((one) => one.kind === 'line')?.spacing ?? `${bracketed(across)} / (${count} + 1)`
    const row = along === 'y' ? `GridLocations(${gap}, 0, ${count}, 1)` : `GridLocations(0, ${gap}, 1, ${count})`
    const { flip } = FACES[face]
    const [right, up] = along === 'y' ? [shift, middle ?? '0'] : [middle ?? '0', shift]
    const pos = `Pos(${flip.u ? minus('0', right) : right}, ${flip.v ? minus('0', up) : up}) * `
    const place = (solid: string) =>
      sizes['count']
        ? `${bodyId} -= [${at}spot * ${solid} for spot in ${row}]`
        : `${bodyId} -= ${at}${right === '0' && up === '0' ? '' : pos}${solid}`
    // A row of them is in the middle of its face, whatever was said of one.
    const many = sizes['count'] ? Math.round(evaluate(count)) : 1
    const spots = Array.from({ length: many }, (_, index) => {
      const aside = sizes['count'] ? (index - (many - 1) / 2) * evaluate(gap) : evaluate(shift)
      const run = sizes['count'] ? 0 : evaluate(middle ?? '0')
      return along === 'y' ? { u: aside, v: run } : { u: run, v: aside }
    })
    void u
    void v
    if (has('half')) {
      const r = halved(width)
      return {
        lines: [place(`Rot(${plane}) * Cylinder(${r}, ${length})`)],
        volume: `-${count} * pi / 8 * ${powered(width)} * ${length}`,
        reach: runReach(along, length, width, r),
        spots,
      }
    }
    if (has('vee')) {
      const deep = `${half(width)} / tan(radians(${angle} / 2))`
      const turn = along === 'y' ? 'Plane.XZ' : 'Plane.YZ'
      return {
        lines: [
          place(
            `extrude(${turn} * Polygon((-${half(width)}, 0), (${half(width)}, 0), (0, -${deep}), align=None), ${half(length)}, both=True)`,
          ),
        ],
        volume: `-${count} * ${width} * ${deep} / 2 * ${length}`,
        reach: runReach(along, length, width, deep),
        spots,
      }
    }
    const deep = depth ?? width
    // Right across the end of what is round, and solid.
    const central = shift === '0' && count === '1' && body.outline.kind === 'circle' && !body.outline.bore
    const round = central && (face === 'top' || face === 'bottom') ? body.size[0] : undefined
    const box =
      along === 'y' ? `Box(${width}, ${length}, ${deep}, align=down)` : `Box(${length}, ${width}, ${deep}, align=down)`
    return {
      lines: [place(box)],
      volume: round
        ? `-${count} * 2 * ${halfSlit(round, width)} * ${deep}`
        : `-${count} * ${width} * ${deep} * ${length}`,
      reach: runReach(along, length, width, deep),
      spots,
    }
  },
}

const runReach = (along: 'x' | 'y', length: string, width: string, depth: string) => ({
  ...(along === 'y' ? { u: width, v: length } : { u: length, v: width }),
  depth,
  open: true as const,
})

/** How long a run is on a face, how a cylinder along it is turned, and how wide the face is across it. */
function runOf(body: Placed['body'], face: Placed['face'], along: 'x' | 'y'): [string, string, string] {
  const [x, y, z] = body.size
  const [u, v] = face === 'top' || face === 'bottom' ? [x, y] : face === 'front' || face === 'back' ? [x, z] : [y, z]
  return along === 'y' ? [v, '90, 0, 0', u] : [u, '0, 90, 0', v]
}

/** `10 mm from the left`: the near side of a run, or its middle. */
function sideOf(relations: Placed['relations'], across: string, width: string, along: 'x' | 'y'): string {
  for (const one of relations) {
    if (one.kind === 'edge') {
      const low =
        one.edge === 'left' ||
        one.edge === 'front' ||
        one.edge === 'bottom' ||
        one.edge === 'long' ||
        one.edge === 'all'
      return low ? `${one.distance} - ${half(across)}` : `${half(across)} - ${one.distance}`
    }
    if (one.kind === 'offset')
      return one.direction === 'right' || one.direction === 'back' || one.direction === 'top'
        ? one.distance
        : `-${one.distance}`
  }
  void width
  void along
  return '0'
}

/** That size was said, and no other. */
const only = (sizes: Settling, slot: string): boolean =>
  ['diameter', 'length', 'width', 'height'].every((one) => sizes.has(one) === (one === slot))
