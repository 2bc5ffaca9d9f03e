import { ISO, NAMED_VIEWS, type NamedView, orbit, pan, type View, zoom } from './view.ts'

/** The keys of the named views. */
export const NAMED_KEYS: Readonly<Record<string, NamedView>> = {
  1: 'front',
  2: 'back',
  3: 'left',
  4: 'right',
  5: 'top',
  6: 'bottom',
}
const TURN = 15

/** Where a key of WB25 leads, or nothing when it is not one of ours. */
export function keyView(key: string, shift: boolean, view: View): View | undefined {
  const named = Object.hasOwn(NAMED_KEYS, key) ? NAMED_KEYS[key] : undefined
  if (named) return { ...view, ...NAMED_VIEWS[named] }
  const step = view.height / 10
  switch (key) {
    case '0':
      return { ...view, ...ISO }
    case 'f':
    case 'F':
      return view
    case 'ArrowLeft':
      return shift ? pan(view, -step, 0) : orbit(view, { azimuth: -TURN, elevation: 0 })
    case 'ArrowRight':
      return shift ? pan(view, step, 0) : orbit(view, { azimuth: TURN, elevation: 0 })
    case 'ArrowUp':
      return shift ? pan(view, 0, step) : orbit(view, { azimuth: 0, elevation: TURN })
    case 'ArrowDown':
      return shift ? pan(view, 0, -step) : orbit(view, { azimuth: 0, elevation: -TURN })
    case '+':
    case '=':
      return zoom(view, 0.8)
    case '-':
      return zoom(view, 1.25)
    default:
      return undefined
  }
}
