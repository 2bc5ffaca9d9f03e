import type { Form, Settling, Sizes, Slot } from '../kinds.ts'
import { threadOf } from '../library/fasteners.ts'
import { motorOf, NEMA } from '../library/motors.ts'
import { halved, powered } from './round.ts'

// What a stepper motor needs of the plate it is screwed to: `plate 80 x 80 x 6 for a NEMA 17`.

export const MOTOR_SLOTS: Record<string, Slot> = {
  bolts: { label: 'Bolt square', accepts: 'nema', say: '# bolt square', name: 'bolt_square' },
  pilot: { label: 'Pilot of the motor', accepts: '', say: '# pilot', name: 'pilot' },
  screw: { label: 'Screw hole', accepts: '', say: '# screw holes', name: 'screw_hole' },
  clearance: { label: 'Clearance around the pilot', accepts: '', say: '# clearance', min: 0.001 },
}

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
  const key = `NEMA ${frame}, ICS 16`
  const hole = threadOf(row.screw)
  if (!sizes.has('length')) {
    if (sizes.has('width')) sizes.derive('length', sizes.formula('width'))
    else sizes.look('length', row.face, key)
  }
  if (!sizes.has('width')) sizes.derive('width', sizes.formula('length'))
  sizes.look('bolts', row.bolts, key)
  sizes.look('pilot', row.pilot, key)
  sizes.look('screw', hole?.row.medium ?? 0, `${row.screw} medium clearance, ${hole?.standard ?? ''}`)
  sizes.assume('clearance', 0.2, "so that the motor's pilot goes in")
  const least = Math.max(row.bolts + sizes.value('screw'), row.pilot + 2 * sizes.value('clearance')) + 1
  const small = Math.min(sizes.value('length'), sizes.value('width'))
  if (small < least)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `The holes for a NEMA ${frame} need ${round(least)} mm; the plate is ${round(small)} mm.`,
    )
}

export function withMotorHoles(plain: Form, { bolts, pilot, screw, clearance, thickness = '0' }: Sizes): Form {
  if (!bolts || !pilot || !screw || !clearance) return plain
  const wide = `(${pilot} + 2 * ${clearance})`
  return {
    ...plain,
    code: `${plain.code} - Cylinder(${halved(wide)}, ${thickness}, align=floor) - GridLocations(${bolts}, ${bolts}, 2, 2) * Cylinder(${halved(screw)}, ${thickness}, align=floor)`,
    volume: `${plain.volume} - (pi / 4 * ${powered(wide)} + pi * ${powered(screw)}) * ${thickness}`,
    openings: '5',
    pitches: [{ size: bolts, diameter: screw }],
    // The rims of the holes are no edges of the plate.
    edges: { all: { code: '.edges().filter_by(GeomType.LINE)' } },
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
