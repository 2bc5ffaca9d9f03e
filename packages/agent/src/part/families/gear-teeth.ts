// What the teeth of a gear take, and how far they reach, as its library draws them. Claims alone need it: no script has it.

/** Addendum and dedendum, in modules. */
const [ADDENDUM, DEDENDUM] = [1, 1.25]
/** Places between the base circle and the tips that a flank is drawn through. */
const STEPS = 10

/** How far a flank has turned from where it leaves the base circle. */
const involute = (base: number, radius: number): number => {
  const angle = Math.acos(Math.min(1, base / radius))
  return Math.tan(angle) - angle
}

function toothOf(module: number, teeth: number, degrees: number) {
  const angle = (degrees * Math.PI) / 180
  const pitch = (module * teeth) / 2
  const base = pitch * Math.cos(angle)
  const [tip, root] = [pitch + ADDENDUM * module, pitch - DEDENDUM * module]
  const atBase = Math.PI / 2 / teeth + Math.tan(angle) - angle
  return { base, tip, root, atBase, atTip: atBase - involute(base, tip) }
}

/** The area of a gear seen along its axis, without a bore. */
export function toothedArea(module = 1, teeth = 1, degrees = 20): number {
  const { base, tip, root, atBase, atTip } = toothOf(module, teeth, degrees)
  // A flank begins at the first of its places outside of the root circle; from there it goes straight to the root.
  const places = Array.from({ length: STEPS + 1 }, (_, step) => base + ((tip - base) * step) / STEPS)
  const first = places.find((radius) => radius * Math.cos(involute(base, radius)) > root) ?? tip
  const turned = involute(base, first)
  const swept = (radius: number) => (Math.max(0, (radius / base) ** 2 - 1) ** 1.5 * base * base) / 6
  const half =
    (atTip * tip ** 2) / 2 +
    (swept(tip) - swept(first)) +
    (first * root * Math.sin(turned)) / 2 +
    ((Math.PI / teeth - atBase) * root ** 2) / 2
  return 2 * teeth * half
}

/** How far the tips reach to the side that is so many degrees from the middle of one of them. */
export function tipReach(module = 1, teeth = 1, degrees = 20, towards = 0): number {
  const { tip, atTip } = toothOf(module, teeth, degrees)
  const step = 360 / teeth
  const beside = Math.abs(towards - Math.round(towards / step) * step)
  return tip * Math.cos(Math.max(0, (beside * Math.PI) / 180 - atTip))
}
