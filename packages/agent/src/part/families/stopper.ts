import type { Family, Form, Kind, Settling } from '../kinds.ts'
import { boxOf } from './box-form.ts'
import { stacked, stackForm } from './stack.ts'
import { halved, powered } from './round.ts'

const HEAD: Kind = {
  key: 'stopperhead',
  nouns:
    'head, flange, top, cap, rim, collar, shoulder, top disc, top plate, lid, cover plate, end plate, head disc, head plate',
  slots: {
    outer: { label: 'Head diameter', accepts: 'diameter outer radius*2', say: '# diameter', name: 'diameter' },
    length: { label: 'Head length', accepts: 'length x side', say: '# long' },
    width: { label: 'Head width', accepts: 'width y', say: '# wide' },
    thickness: { label: 'Head thickness', accepts: 'thickness height', say: '# thick' },
  },
  bare: ['outer', 'thickness'],
  chains: { 2: ['outer', 'thickness'], 3: ['length', 'width', 'thickness'] },
}
const STUB: Kind = {
  key: 'stopperstub',
  nouns:
    'stub, plug, stem, body, spigot, lug, shank, boss, plug part, insert, plug body, tapered plug, tapered body, tapered part, taper, cone',
  slots: {
    outer: { label: 'Plug diameter', accepts: 'diameter outer radius*2', say: '# diameter', name: 'diameter' },
    length: { label: 'Plug length', accepts: 'x side', say: '# across' },
    width: { label: 'Plug width', accepts: 'width y', say: '# wide' },
    deep: { label: 'Plug depth', accepts: 'length depth height', say: '# long', name: 'depth' },
    low: { label: 'Diameter at the tip', accepts: 'top-width', say: '# at the tip', name: 'tip_diameter' },
    high: { label: 'Diameter at the head', accepts: 'bottom-width', say: '# at the head', name: 'head_end_diameter' },
  },
  bare: ['outer', 'deep'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'deep'] },
  flags: 'square circular',
}
const DOME: Kind = {
  key: 'stopperdome',
  nouns: 'dome, spherical dome, domed top, dome top, domed end, spherical top',
  slots: { height: { label: 'Dome height', accepts: 'height thickness diameter', say: '# high' } },
  bare: ['height'],
}
const MATE: Kind = {
  key: 'stoppermate',
  nouns:
    'tube, pipe, square tube, round tube, round pipe, steel tube, steel pipe, hole, opening, bore, box section, hollow section, rectangular tube, square section, square hollow section, rectangular hollow section, square pipe, profile, bottle, tank, table leg, chair leg, leg',
  slots: {
    length: { label: 'Length of what it closes', accepts: 'length x', say: '# long' },
    width: { label: 'Width of what it closes', accepts: 'width y', say: '# wide' },
    wall: { label: 'Wall of what it closes', accepts: 'wall thickness', say: '# wall' },
    outer: { label: 'Diameter of what it closes', accepts: 'diameter outer', say: '# diameter' },
    inner: { label: 'Inside of what it closes', accepts: 'inner', say: '# inside' },
  },
  bare: ['outer'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'wall'] },
}

/** A plug that goes in, straight or tapered, and a head that stays outside. */
export const stopper: Family = {
  key: 'stopper',
  nouns: `stopper, bung, end plug, pipe plug, tube plug, hole plug, plug, blanking plug, sealing plug, tube end plug, pipe end plug, rubber stopper, square plug, square end plug, round plug, cap plug`,
  slots: {
    outer: { label: 'Plug diameter', accepts: 'diameter outer radius*2', say: '# diameter', name: 'plug_diameter' },
    low: { label: 'Diameter at the tip', accepts: 'top-width', say: '# at the tip', name: 'tip_diameter' },
    high: { label: 'Diameter at the head', accepts: 'bottom-width', say: '# at the head', name: 'head_end_diameter' },
    deep: { label: 'Plug depth', accepts: 'length depth height', say: '# long', name: 'plug_depth' },
  },
  bare: ['outer', 'deep'],
  chains: { 2: ['outer', 'deep'] },
  flags: 'circular square tapered',
  parts: { stopperhead: HEAD, stopperstub: STUB, stopperdome: DOME, stoppermate: MATE },
  settle(sizes) {
    const [head, stub] = [sizes.part('stopperhead'), sizes.part('stopperstub')]
    ofSquareTube(sizes)
    ofRoundTube(sizes, stub)
    inTube(sizes)
    inSquareTube(sizes, head)
    // `plug for a 32 mm hole, 38 mm head 4 thick, 15 long`: a round head has no length, and that is how far the plug goes in.
    if (head?.has('outer') && head.has('length') && !head.has('width') && !sizes.has('deep') && !stub?.has('deep')) {
      sizes.derive('deep', head.formula('length'))
      head.move('length', 'of')
    }
    // `spigot 20 dia x 10`: how far what is round goes in; `a 35 mm square plug`: how far across.
    if (stub?.has('outer') && stub.has('length') && !stub.has('deep')) stub.move('length', 'deep')
    else if (stub?.flag('square') && stub.has('outer')) stub.move('outer', 'length')
    for (const slot of ['outer', 'deep', 'low', 'high'])
      if (stub?.has(slot) && !sizes.has(slot)) sizes.derive(slot, stub.formula(slot))
    // `square plug 36 mm`
    if (sizes.noun.startsWith('square') && sizes.has('outer')) {
      sizes.move('outer', 'length')
      sizes.derive('width', sizes.formula('length'))
    }
    const square = stub?.has('length') === true || sizes.has('length')
    if (!square) fitTube(sizes)
    if (square && stub?.has('length')) {
      sizes.derive('length', stub.formula('length'))
      sizes.derive('width', stub.formula(stub.has('width') ? 'width' : 'length'))
    }
    if (!square && !sizes.has('outer') && !(sizes.has('low') && sizes.has('high'))) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `What diameter should the ${sizes.noun} have where it goes in?`, [
        '22 mm',
        '40 mm',
      ])
      return
    }
    if (!square && (sizes.has('low') || sizes.has('high'))) {
      if (!sizes.has('high')) sizes.derive('high', sizes.formula('outer'))
      if (!sizes.has('low')) sizes.derive('low', sizes.formula('outer'))
      // `45 top, 40 bottom`: it goes in with its narrow end.
      if (sizes.value('low') > sizes.value('high')) {
        sizes.move('low', 'wide')
        sizes.move('high', 'low')
        sizes.move('wide', 'high')
      }
    }
    if (!sizes.has('deep')) sizes.assume('deep', 15, 'no length of the plug was said')
    if (head) settleHead(sizes, head, square)
  },
  form({ outer = '0', deep = '0', low, high, length, width = '0' }, _has, pieces): Form {
    const head = pieces.find(({ kind }) => kind === 'stopperhead')?.sizes
    // Round all along it is turned: its rims are those of a shank and its head.
    if (head?.['outer'] && !length) {
      const shank = { label: 'shank stub plug body', height: deep }
      const wide = low && high ? { diameter: low, end: high } : { diameter: outer }
      const top = { label: 'head', diameter: head['outer'], height: head['thickness'] ?? '0' }
      const round = pieces.find(({ kind }) => kind === DOME.key)?.sizes['height']
      const dome = round ? [{ label: 'dome', cap: 'up' as const, diameter: head['outer'], height: round }] : []
      return stackForm(stacked([{ ...shank, ...wide }, top, ...dome]), undefined)
    }
    const plug = length
      ? boxOf(length, width, deep)
      : low && high
        ? {
            code: `Cone(${halved(low)}, ${halved(high)}, ${deep}, align=floor)`,
            size: [`max(${low}, ${high})`, `max(${low}, ${high})`],
            volume: `pi / 12 * (${powered(low)} + ${low} * ${high} + ${powered(high)}) * ${deep}`,
          }
        : {
            code: `Cylinder(${halved(outer)}, ${deep}, align=floor)`,
            size: [outer, outer],
            volume: `pi / 4 * ${powered(outer)} * ${deep}`,
          }
    const thick = head?.['thickness'] ?? '0'
    const across = head?.['outer']
    const [x, y] = head ? (across ? [across, across] : [head['length'] ?? '0', head['width'] ?? '0']) : plug.size
    const cover = across
      ? { code: `Cylinder(${halved(across)}, ${thick}, align=floor)`, volume: `pi / 4 * ${powered(across)} * ${thick}` }
      : boxOf(x ?? '0', y ?? '0', thick)
    return {
      code: head ? `${plug.code} + Pos(0, 0, ${deep}) * ${cover.code}` : plug.code,
      size: [x ?? '0', y ?? '0', head ? `${deep} + ${thick}` : deep],
      volume: head ? `${plug.volume} + ${cover.volume}` : (plug.volume ?? '0'),
      openings: '0',
      outline: across || !length ? { kind: 'circle', diameter: x ?? '0' } : { kind: 'rectangle' },
    }
  },
}

/** How wide the round hole is that it goes in, where that is known. */
function mouthOf(sizes: Settling): string | undefined {
  const mate = sizes.part('stoppermate')
  if (!mate || mate.has('width')) return undefined
  if (mate.has('inner')) return mate.formula('inner')
  if (mate.has('outer') && mate.has('wall')) return `(${mate.formula('outer')} - 2 * ${mate.formula('wall')})`
  return mate.has('outer') && /hole|bore|opening/.test(mate.noun) ? mate.formula('outer') : undefined
}

/** `plug for a 30 mm square tube`: so long is its side. */
function ofSquareTube(sizes: Settling): void {
  const [head, mate] = [sizes.part('stopperhead'), sizes.part('stoppermate')]
  if (!mate?.has('outer') || !/^(?:square|box)/.test(mate.noun)) return
  // `…, 20 long`: how far it goes in, and not how long the tube is.
  if (mate.has('length') && !sizes.has('deep')) sizes.derive('deep', mate.formula('length'))
  if (mate.has('length')) mate.move('length', 'along')
  mate.move('outer', 'length')
  if (sizes.has('outer') && sizes.byTurn('outer') && !sizes.has('deep')) sizes.move('outer', 'deep')
  if (head?.has('outer') && head.byTurn('outer') && !head.has('thickness')) head.move('outer', 'thickness')
}

/** `for 25x1.5 round tube: 21.8x10 spigot`: outside and wall, and what goes in by its diameter and length. */
function ofRoundTube(sizes: Settling, stub: Settling | undefined): void {
  const mate = sizes.part('stoppermate')
  if (!mate?.has('length') || !mate.has('width') || /square|box|rect|profile/.test(mate.noun)) return
  if (mate.value('width') * 5 > mate.value('length')) return
  mate.move('length', 'outer')
  mate.move('width', 'wall')
  if (!stub?.has('length') || !stub.has('width')) return
  stub.move('length', 'outer')
  stub.move('width', 'deep')
}

/** `end plug for a 25 mm tube with a 1.5 mm wall, 15 mm insert, 3 mm flange`: what has no name is how deep and how thick. */
function inTube(sizes: Settling): void {
  const [head, stub, mate] = ['stopperhead', 'stopperstub', 'stoppermate'].map((key) => sizes.part(key))
  const mouth = mouthOf(sizes)
  if (!mouth) return
  sizes.derive('mouth', mouth)
  const fits = sizes.has('outer') && Math.abs(sizes.value('outer') - sizes.value('mouth')) < sizes.value('mouth') / 10
  if (sizes.has('outer') && sizes.byTurn('outer') && !sizes.has('deep') && !fits) sizes.move('outer', 'deep')
  // `bung for a 30 mm hole, 35 long`: what is round has no length of its own.
  if (mate?.has('length') && !sizes.has('deep') && !stub?.has('deep')) sizes.derive('deep', mate.formula('length'))
  if (stub?.has('outer') && stub.byTurn('outer') && !stub.has('deep')) stub.move('outer', 'deep')
  if (head?.has('outer') && head.byTurn('outer') && !head.has('thickness')) head.move('outer', 'thickness')
  if (head && !head.has('outer') && !head.has('length') && mate?.has('outer') && !/hole|bore|opening/.test(mate.noun))
    head.derive('outer', mate.formula('outer'))
}

/** `plug for a 40 x 40 square tube, 2 mm wall`: as wide as that is inside, and its head as wide as the tube. */
function inSquareTube(sizes: Settling, head: Settling | undefined): void {
  const mate = sizes.part('stoppermate')
  if (!mate?.has('length') || !mate.has('wall') || mate.has('outer') || sizes.has('outer')) return
  for (const side of ['length', 'width']) {
    const outside = mate.formula(mate.has(side) ? side : 'length')
    sizes.derive(side, `(${outside} - 2 * ${mate.formula('wall')})`)
    if (head && !head.has('outer') && !head.has(side)) head.derive(side, outside)
  }
}

/** As wide as the hole it goes in. */
function fitTube(sizes: Settling): void {
  const mouth = mouthOf(sizes)
  if (mouth && !sizes.has('outer') && !sizes.has('low') && !sizes.has('high')) sizes.derive('outer', mouth)
}

function settleHead(sizes: Settling, head: Settling, square: boolean): void {
  if (square && head.has('outer') && !head.has('length')) {
    head.move('outer', 'length')
    // `head 40 x 3`: of what is square, so far across.
    head.derive('width', head.formula('length'))
  }
  if (!head.has('outer') && !head.has('length')) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${head.noun} of the ${sizes.noun} be?`, [
      '30 mm diameter, 4 mm thick',
    ])
    return
  }
  if (head.has('length') && !head.has('width')) head.derive('width', head.formula('length'))
  if (!head.has('thickness')) head.assume('thickness', 4, `no thickness of the ${head.noun} was said`)
}
