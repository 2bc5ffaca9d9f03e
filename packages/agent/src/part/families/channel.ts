import type { Family, Form, Settling } from '../kinds.ts'
import { sheet, takeSheet } from './bracket-parts.ts'
import { halved, powered } from './round.ts'
import { BEAM_TOLD, SECTION_FIRST, PROFILE, beam, beamSlots, closing, settleRolled, webPiece } from './profile.ts'

export const channel: Family = {
  ...PROFILE,
  parts: {
    ...PROFILE.parts,
    // Both stand: what is put in each of them, or through both; words/profile-words.ts calls them so.
    channelside: {
      key: 'channelside',
      nouns: 'channel side, first leg, second leg, other leg, side wall, side',
      slots: { thickness: { label: 'Side thickness', accepts: 'thickness', say: 'sides # thick' } },
      bare: ['thickness'],
      faces: ['front', 'back'],
    },
    flange: { ...PROFILE.parts.flange, sides: ['front', 'back'] },
    arm: { ...PROFILE.parts.arm, nouns: `${PROFILE.parts.arm.nouns}, leg`, sides: ['front', 'back'] },
    web: { ...webPiece, nouns: 'web, stem' },
    sheet,
    channellip: {
      key: 'channellip',
      nouns: 'lip, return lip, return',
      slots: { length: { label: 'Lip', accepts: 'length height width', say: 'lips #' } },
      bare: ['length'],
    },
    channelbase: {
      ...webPiece,
      key: 'channelbase',
      nouns: 'base, bottom, floor, channel base, channel floor',
      slots: {
        width: { label: 'Base width', accepts: 'width length', say: '# wide' },
        thickness: { label: 'Base thickness', accepts: 'thickness', say: 'base # thick' },
      },
      bare: ['width'],
      faces: ['top'],
    },
  },
  key: 'c-channel',
  flags: 'closed-end closed-ends',
  nouns:
    'channel, u channel, u trim, u strip, u moulding, cable raceway, raceway, cable trunking, trunking, sheet channel, u shaped channel, c channel, c-channel, u profile, c profile, channel section, u section, c section, channel profile, u-profile, c-profile, steel channel, aluminium channel, channel bar, channel iron, upe channel, upn channel, c section, u bar, lipped channel, c purlin, lipped c purlin, lipped c, lipped c section, lipped c channel',
  slots: {
    lip: { label: 'Lip', accepts: '', name: 'lip' },
    inside: {
      label: 'Inside width',
      accepts: 'inner inner-width gap clear',
      say: '# wide inside',
      name: 'inside_width',
      not: 'width',
    },
    deep: {
      label: 'Inside height',
      accepts: 'inner-height',
      say: '# high inside',
      name: 'inside_height',
      not: 'height',
    },
    floor: { label: 'Floor', accepts: 'floor bottom-width', name: 'floor_thickness' },
    bend: { label: 'Inside bend radius', accepts: 'bend inner-radius', say: 'bend radius #', name: 'bend_radius' },
    ...beamSlots,
    sides: { label: 'Sides', accepts: 'side' },
    again: { label: 'Other flange', accepts: '' },
  },
  ...SECTION_FIRST,
  told: {
    ...BEAM_TOLD,
    'flange.width': 'height',
    floor: 'web',
    'channelbase.thickness': 'web',
    'channelside.thickness': 'flange',
  },
  // `channel 200 x 60 x 40, 4 thick`: the longest of all stands first, and no sheet is as thick as the others.
  chainOf([first = 0, ...rest]) {
    // `U profile 20 x 30 x 20`: flange, web, flange, and how thick they are.
    if (first === rest[1] && first > 6 && rest.length <= 3)
      return ['height', 'width', 'again', 'thickness'].slice(0, rest.length + 1)
    const lies = first >= 2 * Math.max(...rest) && (rest[1] ?? 0) > 12
    return lies && rest.length >= 2 ? ['length', 'width', 'height', 'thickness'].slice(0, rest.length + 1) : undefined
  },
  settle(sizes) {
    takeSheet(sizes)
    if (sizes.has('again')) sizes.spend('again')
    settleRolled(sizes, true)
    if (sizes.problem) return
    // A letter C stands: what is tall is its web.
    if (
      /^c\b/.test(sizes.noun) &&
      sizes.has('height') &&
      sizes.has('width') &&
      sizes.value('height') > sizes.value('width')
    ) {
      sizes.move('height', 'web height')
      sizes.move('width', 'height')
      sizes.move('web height', 'width')
    }
    thicknesses(sizes)
    const base = sizes.part('channelbase')
    if (base?.has('width') && !sizes.has('width')) sizes.derive('width', base.formula('width'))
    // `80 mm high, 40 mm flanges`, `web 80, flanges 40`: the web is what lies here, the flanges stand on it.
    const [arm, back] = [sizes.part('flange'), sizes.part('web')]
    const tall = back?.has('height')
      ? 'height'
      : back?.has('thickness') && back.value('thickness') > 15
        ? 'thickness'
        : undefined
    if (arm && (arm.has('width') || (arm.has('thickness') && arm.value('thickness') > 12))) {
      const reach = arm.has('width') ? 'width' : 'thickness'
      const across =
        back && tall
          ? back.formula(tall)
          : sizes.has('height')
            ? sizes.formula('height')
            : sizes.has('width')
              ? sizes.formula('width')
              : undefined
      if (across) {
        sizes.derive('width', across)
        sizes.derive('height', arm.formula(reach))
        arm.move(reach, 'reach')
        if (tall) back?.move(tall, 'reach')
      }
    }
    // `3 mm gap, 1.5 wall`: what it is put over.
    if (sizes.has('inside') && !sizes.has('width')) {
      if (!sizes.has('thickness')) sizes.assume('thickness', 2, 'no thickness was said')
      sizes.derive('width', `${sizes.formula('inside')} + 2 * ${sizes.formula('thickness')}`)
    }
    if (sizes.has('deep') && !sizes.has('height')) {
      if (!sizes.has('thickness')) sizes.assume('thickness', 2, 'no thickness was said')
      sizes.derive('height', `${sizes.formula('deep')} + ${sizes.formula(sizes.has('floor') ? 'floor' : 'thickness')}`)
    }
    beam(sizes)
    if (sizes.has('floor')) sizes.derive('web', sizes.formula('floor'))
    const lips = sizes.part('channellip')
    if (lips?.has('length')) sizes.derive('lip', lips.formula('length'))
    else if (lips || /lipped|purlin/.test(sizes.noun))
      sizes.refuse('AGENT_NEEDS_ANSWER', `How long are the lips of the ${sizes.noun}?`, ['lips 15 mm', 'lips 20 mm'])
    if (
      ['closed-end', 'closed-ends'].some((flag) => sizes.flag(flag)) &&
      ['lip', 'bend', 'root'].some((slot) => sizes.has(slot))
    )
      sizes.refuse('AGENT_UNSUPPORTED', 'A channel with a closed end has sharp corners and no lips here.', [
        'sharp corners',
        'open at both ends',
      ])
    if (sizes.has('lip') && sizes.has('bend'))
      sizes.refuse('AGENT_UNSUPPORTED', 'A lipped channel is made with sharp corners here.', ['sharp corners'])
    if (
      sizes.has('lip') &&
      (sizes.value('lip') <= sizes.value('flange') || 2 * sizes.value('lip') >= sizes.value('width'))
    )
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Lips of ${sizes.value('lip')} mm do not fit a channel ${sizes.value('width')} mm wide and ${sizes.value('flange')} mm thick.`,
      )
    const inside = sizes.has('bend') ? 'bend' : 'root'
    const room = Math.min(
      (sizes.value('width') - 2 * sizes.value('flange')) / 2,
      sizes.value('height') - sizes.value('web'),
    )
    if (!sizes.problem && room <= 0)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Flanges of ${sizes.value('flange')} mm and a web of ${sizes.value('web')} mm leave nothing open of ${sizes.value('width')} × ${sizes.value('height')} mm.`,
      )
    else if (sizes.has(inside) && sizes.value(inside) >= room)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A radius of ${sizes.value(inside)} mm does not fit inside: less than ${room} mm works.`,
      )
  },
  form({ length = '0', height = '0', width = '0', flange = '0', web = '0', root, bend, lip }, has): Form {
    const [clear, deep] = [`(${width} - 2 * ${flange})`, `(${height} - ${web})`]
    const end = closing(has, length, web, `${web} + ${deep} / 2`, `Rectangle(${clear}, ${deep})`)
    const open = `Box(${length}, ${width}, ${height}, align=floor) - Pos(0, 0, ${web}) * Box(${length}, ${width} - 2 * ${flange}, ${height} - ${web}, align=floor)`
    // Turned in at the free edges of both flanges.
    const plain = end
      ? `${open} + ${end.code}`
      : lip
        ? `${open} + [Pos(0, side * (${width} - ${lip}) / 2, ${height} - ${flange}) * Box(${length}, ${lip}, ${flange}, align=floor) for side in (-1, 1)]`
        : open
    const inner = bend ?? root
    const at = (z: string) => `channel.edges().filter_by(Axis.X).filter_by_position(Axis.Z, ${z}, ${z})`
    // Bent sheet is round outside as well; a rolled section only inside.
    const corner = inner ? ` + 2 * (1 - pi / 4) * (${powered(inner)}${bend ? ` - (${bend} + ${web})**2` : ''})` : ''
    return {
      ...(inner
        ? {
            before: [
              `channel = ${plain}`,
              `channel = fillet(${at(web)}, ${inner})`,
              ...(bend ? [`channel = fillet(${at('0')}, ${bend} + ${web})`] : []),
            ],
            code: 'channel',
          }
        : { code: plain }),
      size: [length, width, height],
      volume: `(${width} * ${height} - (${width} - 2 * ${flange}) * (${height} - ${web})${corner}${lip ? ` + 2 * (${lip} - ${flange}) * ${flange}` : ''}) * ${length}${end ? ` + ${end.many}${clear} * ${deep} * ${web}` : ''}`,
      openings: '0',
      outline: { kind: 'rectangle' },
      faces: {
        front: { at: ['0', `-${halved(width)}`, halved(height)], size: [length, height], through: flange, free: 'top' },
        back: { at: ['0', halved(width), halved(height)], size: [length, height], through: flange, free: 'top' },
        top: { at: ['0', '0', web], size: [length, `${width} - 2 * ${flange}`], through: web },
      },
      through: { bottom: web, front: flange, back: flange },
    }
  },
}

/** `3 mm sides, 4 mm base`: how thick they are; `base 40` of what is no wider than that is its width. */
function thicknesses(sizes: Settling): void {
  const [base, side] = [sizes.part('channelbase'), sizes.part('channelside')]
  const across = ['inside', 'width'].find((slot) => sizes.has(slot))
  if (!across && sizes.has('floor')) sizes.move('floor', 'width')
  if (base?.has('width') && !base.has('thickness') && across && base.value('width') * 3 < sizes.value(across))
    base.move('width', 'thickness')
  if (base?.has('thickness') && !sizes.has('floor')) sizes.derive('floor', base.formula('thickness'))
  if (side?.has('thickness') && !sizes.has('thickness')) sizes.derive('thickness', side.formula('thickness'))
  // `sides 25` stand so high; `3 mm sides` are so thick.
  if (sizes.has('sides')) {
    const slim =
      sizes.value('sides') * 4 <
      Math.max(...['inside', 'width'].map((slot) => (sizes.has(slot) ? sizes.value(slot) : 0)))
    sizes.move('sides', slim && !sizes.has('thickness') ? 'thickness' : 'height')
  }
  // `3 mm bottom and sides`
  if (sizes.has('floor') && !sizes.has('thickness') && !sizes.part('flange') && !sizes.part('web'))
    sizes.derive('thickness', sizes.formula('floor'))
}
