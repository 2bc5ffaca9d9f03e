import type { Form, Settling, Sizes, Slot } from '../kinds.ts'
import { threadOf } from '../library/fasteners.ts'
import type { Quantity } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { motorOf, NEMA } from '../library/motors.ts'
import { halved, powered } from './round.ts'

// What a stepper motor needs of the plate it is screwed to: `plate 80 x 80 x 6 for a NEMA 17`.

export const MOTOR_SLOTS: Record<string, Slot> = {
  bolts: { label: 'Bolt square', accepts: 'nema', say: '# bolt square', name: 'bolt_square' },
  // `adapter plate from NEMA 17 to NEMA 23`
  others: { label: 'Other bolt square', accepts: 'nema', say: '# other bolt square', name: 'other_bolt_square' },
  screws: { label: 'Other screw hole', accepts: '', say: '# other screw holes', name: 'other_screw_hole' },
  pilot: { label: 'Pilot of the motor', accepts: '', say: '# pilot', name: 'pilot' },
  screw: { label: 'Screw hole', accepts: '', say: '# screw holes', name: 'screw_hole' },
  clearance: { label: 'Clearance around the pilot', accepts: '', say: '# clearance', min: 0.001 },
}

const OWN_SCREWS = 'own-screws'
const OWN_PILOT = 'own-pilot'
/** Flags of a plate whose holes for its motor were told one by one. */
export const MOTOR_FLAGS = `${OWN_SCREWS} ${OWN_PILOT}`

/** `motor plate 60 x 60 x 5, 31 mm hole spacing and a 23 mm centre hole`: which motor it is for, the step between its holes tells. */
function motorBySpacing({ kind, sizes, children }: Frame): void {
  if (kind.key !== 'motor-plate' || sizes.has('bolts')) return
  for (const { places, plural, count } of children) {
    const told = places.find(({ place }) => place.kind === 'spacing')
    const step = told?.place.kind === 'spacing' ? told.place.x : undefined
    if (!told || !step || plural || (count?.value ?? 1) > 1) continue
    const fits = Object.keys(NEMA).filter((key) => Math.abs((NEMA[key]?.bolts ?? 0) - step.value) < 0.3)
    const frame = fits.at(-1)
    if (frame === undefined || new Set(fits.map((key) => NEMA[key]?.screw)).size > 1) continue
    places.splice(places.indexOf(told), 1)
    step.used = 'motor-plate.bolts'
    sizes.set('bolts', { quantity: { value: Number(frame), at: step.at, used: 'motor-plate.bolts' }, times: 1 })
    return
  }
}

/** `NEMA 17 plate with a 22 mm bore and four M3 holes`: holes that were said are not made twice. */
export function motorHolesSaid(told: Frame): void {
  motorBySpacing(told)
  const { kind, sizes, children, flags, at } = told
  const said = sizes.get('bolts')?.quantity
  const row = said && kind.slots['bolts']?.accepts === 'nema' ? motorOf(said.value) : undefined
  if (!said || !row) return
  // Between two motors, which of them they are for would be a guess.
  const alone = !sizes.has('others')
  const holes = children.filter(({ kind: { key } }) => key === 'hole' || key === 'cutout')
  // `four M3 holes on a 43.8 mm circle`, and by a slip on one of 31 mm, are those of the motor too.
  const circles = [row.bolts, row.bolts * Math.SQRT2]
  const spaced = ({ places }: Frame) =>
    places.some(
      ({ place }) =>
        place.kind === 'spacing' ||
        place.kind === 'grid' ||
        (place.kind === 'circle' && circles.some((one) => Math.abs(one - (place.diameter?.value ?? 0)) < 0.5)),
    )
  const squared = ({ places }: Frame) => places.some(({ place }) => place.kind === 'spacing' && place.x && place.y)
  const central = ({ places }: Frame) => places.every(({ place }) => place.kind === 'centre')
  for (const one of holes) {
    const { count, plural, places, targets } = one
    // `3.5 mm holes 31 mm apart in a square`
    if (alone && (count ? count.value === 4 : plural && squared(one)) && spaced(one)) flags.set(OWN_SCREWS, at)
    else if (
      alone &&
      (count ? count.value === 4 : plural) &&
      places.length + targets.length === 0 &&
      isFor(row.screw, one)
    ) {
      // As large as they were said, and where the motor has its own.
      const step: Quantity = { value: row.bolts, at: said.at, table: keyOf(said.value) }
      one.count ??= { value: 4, at: said.at }
      one.places.push({ place: { kind: 'spacing', x: step, y: step }, at: said.at })
      flags.set(OWN_SCREWS, at)
    } else if (count?.value !== 4 && !plural && central(one)) flags.set(OWN_PILOT, at)
  }
}

/** Holes that nobody put anywhere are for its screws, where those go through them. */
function isFor(screw: string, { sizes, designated }: Frame): boolean {
  const named = [...designated.values()][0]?.designator
  if (named !== undefined) return named === screw
  const thread = threadOf(screw)?.row
  const wide = sizes.get('diameter')?.quantity.value
  return thread !== undefined && (wide === undefined || (wide >= thread.tap && wide <= thread.loose * 1.1))
}
const keyOf = (frame: number): string => `NEMA ${frame}, ICS 16`

/** Turns the frame that was said into its sizes; the plate is as large as the motor's face if nothing else was said. */
export function settleMotor(sizes: Settling): void {
  const frame = sizes.value('bolts')
  const row = motorOf(frame)
  if (!row) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `NEMA ${frame} is not in the table; NEMA ${Object.keys(NEMA).join(', ')} are.`, [
      'NEMA 17',
      'NEMA 23',
      'NEMA 34',
    ])
    return
  }
  const key = keyOf(frame)
  const hole = threadOf(row.screw)
  if (!sizes.has('length')) {
    if (sizes.has('width')) sizes.derive('length', sizes.formula('width'))
    else sizes.look('length', row.face, key)
  }
  if (!sizes.has('width')) sizes.derive('width', sizes.formula('length'))
  const [screws, pilot] = [!sizes.flag(OWN_SCREWS), !sizes.flag(OWN_PILOT)]
  if (screws) {
    sizes.look('bolts', row.bolts, key)
    sizes.look('screw', hole?.row.medium ?? 0, `${row.screw} medium clearance, ${hole?.standard ?? ''}`)
  } else sizes.spend('bolts')
  if (sizes.has('others')) {
    const other = sizes.value('others')
    const second = motorOf(other)
    if (!second || second.bolts === row.bolts || pilot) {
      sizes.refuse(
        'AGENT_NEEDS_ANSWER',
        pilot
          ? `How wide should the hole in the middle be, between NEMA ${frame} and NEMA ${other}?`
          : `A plate between NEMA ${frame} and NEMA ${other} is not known.`,
        pilot ? ['22 mm hole in the centre', '30 mm hole in the centre'] : [],
      )
      return
    }
    sizes.look('others', second.bolts, keyOf(other))
    sizes.look('screws', threadOf(second.screw)?.row.medium ?? 0, `${second.screw} medium clearance, ISO 273`)
    return
  }
  if (pilot) {
    sizes.look('pilot', row.pilot, key)
    sizes.assume('clearance', 0.2, "so that the motor's pilot goes in")
  }
  if (!screws || !pilot) return
  const least = Math.max(row.bolts + sizes.value('screw'), row.pilot + 2 * sizes.value('clearance')) + 1
  const small = Math.min(sizes.value('length'), sizes.value('width'))
  if (small < least)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `The holes for a NEMA ${frame} need ${round(least)} mm; the plate is ${round(small)} mm.`,
    )
}

export function withMotorHoles(plain: Form, sizes: Sizes): Form {
  const { bolts, others, pilot, screw, screws, clearance, thickness = '0' } = sizes
  const wide = pilot && clearance && `(${pilot} + 2 * ${clearance})`
  const squares = [
    ...(bolts && screw ? [{ size: bolts, diameter: screw }] : []),
    ...(others && screws ? [{ size: others, diameter: screws }] : []),
  ]
  if (!wide && squares.length === 0) return plain
  const centre = wide ? ` - Cylinder(${halved(wide)}, ${thickness}, align=floor)` : ''
  const around = squares.map(
    ({ size, diameter }) =>
      ` - GridLocations(${size}, ${size}, 2, 2) * Cylinder(${halved(diameter)}, ${thickness}, align=floor)`,
  )
  const areas = [
    ...(wide ? [`pi / 4 * ${powered(wide)}`] : []),
    ...squares.map(({ diameter }) => `pi * ${powered(diameter)}`),
  ]
  return {
    ...plain,
    code: `${plain.code}${centre}${around.join('')}`,
    volume: `${plain.volume} - (${areas.join(' + ')}) * ${thickness}`,
    openings: String((wide ? 1 : 0) + 4 * squares.length),
    ...(squares.length > 0 ? { pitches: squares } : {}),
    // The rims of the holes are no edges of the plate.
    edges: { all: { code: '.edges().filter_by(GeomType.LINE)' } },
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
