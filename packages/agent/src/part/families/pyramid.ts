import type { Family, Form, Settling } from '../kinds.ts'
import { halved, powered } from './round.ts'
import { HEIGHT, narrowing, need } from './solid-slots.ts'

export const pyramid: Family = {
  key: 'pyramid',
  nouns:
    'pyramid, obelisk, square pyramid, rectangular pyramid, truncated pyramid, truncated square pyramid, truncated rectangular pyramid, pyramid frustum, square frustum, pyramidal frustum, rectangular frustum, truncated square, frustum of a pyramid, hexagonal pyramid, hex pyramid, six-sided pyramid, six sided pyramid, pentagonal pyramid, five-sided pyramid, five sided pyramid, octagonal pyramid, eight-sided pyramid, eight sided pyramid',
  slots: {
    points: { label: 'Across corners', accepts: 'points', say: '# across corners', name: 'across_corners' },
    flats: { label: 'Across flats', accepts: 'flats', say: '# across flats', name: 'across_flats' },
    length: { label: 'Base length', accepts: 'length side bottom-width x', say: '# long', name: 'base' },
    width: { label: 'Base width', accepts: 'width y bottom-width', say: '# wide' },
    top: { label: 'Top', accepts: 'top-width', say: '# at the top', name: 'top_length' },
    topWide: { label: 'Top width', accepts: 'top-width', say: 'by #', name: 'top_width' },
    height: HEIGHT,
    off: { label: 'Cut off the top', accepts: 'clear', say: 'with # cut off the top', name: 'cut_off' },
  },
  bare: ['length', 'height'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  flags: 'square hexagonal pentagonal octagonal',
  parts: {
    block: {
      key: 'base',
      nouns: 'base, body',
      slots: {
        length: { label: 'Base', accepts: 'length side width', say: 'base #' },
        points: { label: 'Across corners', accepts: 'points', say: 'base # across corners' },
        width: { label: 'Base width', accepts: 'width y' },
      },
      bare: ['length'],
      chains: { 2: ['length', 'width'] },
    },
  },
  instead: [
    // `tapered post 700 long, 40 at the bottom and 25 at the top`: how high it stands.
    {
      family: 'pyramid',
      slots: { length: 'height', width: 'length' },
      when: ({ sizes }) =>
        !sizes.has('height') &&
        sizes.get('length')?.quantity.role === 'length' &&
        sizes.get('width')?.quantity.role === 'bottom-width',
    },
  ],
  settle(sizes) {
    const base = sizes.part('base')
    if (base?.has('length') && !sizes.has('length')) sizes.derive('length', base.formula('length'))
    if (base?.has('width') && !sizes.has('width')) sizes.derive('width', base.formula('width'))
    if (base?.has('points')) sizes.derive('points', base.formula('points'))
    const many = sidesOf(sizes)
    if (sizes.has('points') && !sizes.has('flats'))
      sizes.derive('flats', `${sizes.formula('points')} * cos(pi / ${many ?? 6})`)
    if (many || sizes.has('flats')) {
      manySided(sizes, many ?? 6)
      return
    }
    need(sizes, 'length', ['40 mm base, 50 mm high'])
    if (!sizes.has('width')) sizes.derive('width', sizes.formula('length'))
    if (!sizes.has('height')) sizes.assume('height', sizes.value('length'), 'no height was said')
    if (sizes.has('off') && !sizes.has('top')) {
      if (sizes.value('off') >= sizes.value('height'))
        sizes.refuse(
          'AGENT_IMPOSSIBLE',
          `Of ${sizes.value('height')} mm there is nothing left without ${sizes.value('off')} mm.`,
        )
      sizes.derive('top', `${sizes.formula('length')} * ${sizes.formula('off')} / ${sizes.formula('height')}`)
      sizes.derive('rest', `${sizes.formula('height')} - ${sizes.formula('off')}`)
    }
    if (!sizes.has('top') && /truncated|frust/.test(sizes.noun))
      sizes.assume('top', sizes.value('length') / 2, 'truncated, and no size of the top was said')
  },
  form: ({ length = '0', width = '0', height: whole = '0', rest, top, topWide, flats }, has) => {
    if (flats) return onPolygon(flats, whole, has('pentagonal') ? 5 : has('octagonal') ? 8 : 6)
    const height = rest ? `(${rest})` : whole
    if (top && topWide) return blend(length, width, top, topWide, height)
    if (top) return frustum(length, width, `(${top})`, height)
    return {
      before: [`tip = Vertex(0, 0, ${height})`],
      code: `loft([Rectangle(${length}, ${width}), tip])`,
      size: [length, width, height],
      volume: `${length} * ${width} * ${height} / 3`,
      openings: '0',
      outline: { kind: 'other' },
      section: narrowing((z) => `(1 - ${z} / ${height})`, { area: (part) => `${length} * ${width} * ${part}**2` }),
    }
  },
}

/** How many sides its base has, where that is neither a square nor a rectangle. */
function sidesOf(sizes: Settling): 5 | 6 | 8 | undefined {
  const says = (shape: string, names: RegExp) => sizes.flag(shape) || names.test(sizes.noun)
  const five = says('pentagonal', /pentagon|five/)
  const eight = says('octagonal', /octagon|eight/)
  if (five) sizes.mark('pentagonal')
  if (eight) sizes.mark('octagonal')
  return five ? 5 : eight ? 8 : says('hexagonal', /hex|six/) ? 6 : undefined
}

/** On a regular polygon: across its flats, or with sides so long. */
function manySided(sizes: Settling, many: number): void {
  if (sizes.has('length') && !sizes.has('flats'))
    sizes.derive('flats', `${sizes.formula('length')} / tan(pi / ${many})`)
  if (['top', 'off', 'width'].some((slot) => sizes.has(slot)))
    sizes.refuse('AGENT_UNSUPPORTED', `A pyramid of ${many} sides is made with its tip here.`, [
      '30 mm across flats, 50 mm high',
    ])
  need(sizes, 'flats', ['30 mm across flats, 50 mm high'])
  if (!sizes.has('height') && sizes.has('flats')) sizes.assume('height', sizes.value('flats'), 'no height was said')
}

function onPolygon(flats: string, height: string, many: 5 | 6 | 8): Form {
  const outer = `${flats} / cos(pi / ${many})`
  const turned = many === 5 ? ', rotation=90' : many === 8 ? ', rotation=22.5' : ''
  const size: Record<typeof many, [string, string]> = {
    5: [`${outer} * cos(pi / 10)`, `${outer} / 2 * (1 + cos(pi / 5))`],
    6: [outer, flats],
    8: [flats, flats],
  }
  const area = `${many} / 4 * ${powered(flats)} * tan(pi / ${many})`
  return {
    before: [`tip = Vertex(0, 0, ${height})`],
    code: `loft([RegularPolygon(${halved(flats)}, ${many}, major_radius=False${turned}), tip])`,
    size: [...size[many], height],
    volume: `${area} * ${height} / 3`,
    openings: '0',
    outline: { kind: 'other' },
    section: narrowing((z) => `(1 - ${z} / ${height})`, { area: (part) => `${area} * ${part}**2` }),
  }
}

/** Its top is as the base, only smaller. */
function frustum(length: string, width: string, top: string, height: string): Form {
  const part = `(${top} / ${length})`
  return {
    code: `loft([Rectangle(${length}, ${width}), Pos(0, 0, ${height}) * Rectangle(${top}, ${width} * ${part})])`,
    size: [`max(${length}, ${top})`, `${width} * max(1, ${part})`, height],
    volume: `${length} * ${width} * ${height} / 3 * (1 + ${part} + ${part}**2)`,
    openings: '0',
    outline: { kind: 'other' },
    faces: { top: { at: ['0', '0', height], size: [top, `${width} * ${part}`] } },
    section: narrowing((z) => `(1 - (1 - ${part}) * ${z} / ${height})`, {
      area: (share) => `${length} * ${width} * ${share}**2`,
      widest: `${height} * min(1, max(0, (${part} - 1) * 1000000))`,
    }),
  }
}

/** Both sides of its top are known: it need not be as the base. */
function blend(length: string, width: string, top: string, topWide: string, height: string): Form {
  return {
    code: `loft([Rectangle(${length}, ${width}), Pos(0, 0, ${height}) * Rectangle(${top}, ${topWide})], ruled=True)`,
    size: [`max(${length}, ${top})`, `max(${width}, ${topWide})`, height],
    volume: `${height} / 6 * (${length} * ${width} + ${top} * ${topWide} + (${length} + ${top}) * (${width} + ${topWide}))`,
    openings: '0',
    outline: { kind: 'other' },
    faces: { top: { at: ['0', '0', height], size: [top, topWide] } },
  }
}

export const tetrahedron: Family = {
  key: 'tetrahedron',
  nouns:
    'tetrahedron, regular tetrahedron, triangular pyramid, three-sided pyramid, triangle pyramid, triangular based pyramid',
  slots: {
    side: { label: 'Edge', accepts: 'side length bottom-width width', say: '# sides', name: 'edge' },
    height: { ...HEIGHT, say: '# high' },
  },
  bare: ['side', 'height'],
  ...(pyramid.parts ? { parts: pyramid.parts } : {}),
  settle(sizes) {
    const base = sizes.part('base')
    if (base?.has('length') && !sizes.has('side')) sizes.derive('side', base.formula('length'))
    need(sizes, 'side', ['20 mm edges'])
  },
  form({ side = '0', height }) {
    const up = height ?? `${side} * sqrt(2 / 3)`
    return {
      code: `loft([Triangle(a=${side}, b=${side}, c=${side}), Vertex(0, ${side} * (sqrt(3) / 6 - sqrt(3) / 4), ${up})])`,
      size: [side, `${side} * sqrt(3) / 2`, up],
      volume: height ? `sqrt(3) / 12 * ${side}**2 * ${height}` : `${side}**3 / (6 * sqrt(2))`,
      openings: '0',
      outline: { kind: 'other' },
      loose: ['x', 'y'],
    }
  },
}
