import type { Bounds } from '@hewn/model'
import { between, fit, inPicture, ISO, type Misfit, misfit, pan, showsWhole, sizeStep, type View } from './view.ts'

export interface EyePorts {
  /** What can be seen of the model, and all of it: what is looked at does not become another design by a layer being hidden. */
  visible(): Bounds | undefined
  model(): Bounds | undefined
  /** The picture, in pixels. */
  size(): { x: number; y: number }
  /** Without motion, views jump. */
  still(): boolean
  now(): number
  /** A frame is wanted. */
  invalidate(): void
  moved(view: View): void
  /** How a rebuilt model does not lie in the picture that was kept. */
  misfits(how: Misfit | null): void
}

const GLIDE = 200
/** So many times larger or smaller is another design, though its layers are called the same. */
const OTHER_SIZE = 3

/** Where somebody looks from, how it glides there, and whether anybody has aimed since the model was last fitted. */
export function createEye(ports: EyePorts) {
  let view: View = { target: [0, 0, 20], ...ISO, height: 150 }
  let glide: { from: View; to: View; start: number } | undefined
  /** The view as it was last fitted; while it is the view, nobody has aimed since. */
  let fitted: View | undefined
  /** The model has changed since somebody aimed, and what was told about how it lies in the picture. */
  let rebuilt = false
  let told: Misfit | null = null

  const aspect = () => ports.size().x / ports.size().y
  const set = (next: View) => {
    view = next
    ports.moved(view)
    ports.invalidate()
  }

  function look(to: View, animate: boolean) {
    glide = undefined
    rebuilt = false
    if (told) ports.misfits(null)
    told = null
    if (!animate || ports.still()) return set(to)
    glide = { from: view, to, start: ports.now() }
    ports.invalidate()
  }

  return {
    look,
    get view() {
      return view
    },
    /** Where it is, or is gliding to. */
    get goal() {
      return glide?.to ?? view
    },
    get resting() {
      return glide === undefined
    },
    /** One frame further; a view that was reached stays. */
    step() {
      if (!glide) return
      const share = Math.min(1, (ports.now() - glide.start) / GLIDE)
      view = between(glide.from, glide.to, 1 - (1 - share) ** 3)
      if (share < 1) ports.invalidate()
      else glide = undefined
      ports.moved(view)
    },
    fit(bounds: Bounds | undefined, animate: boolean, from = view) {
      if (bounds) look(fit(from, bounds, aspect()), animate)
    },
    /**
     * Another model stands there. A rebuild keeps the camera somebody aimed; another design, and any while nobody has aimed, is
     * shown whole (WB14). A model that a rebuild has put out of sight is told until somebody aims.
     */
    follow({
      stood,
      first,
      replaced,
      changed,
    }: {
      stood?: Bounds
      first: boolean
      replaced: boolean
      changed: boolean
    }) {
      const [bounds, now] = [ports.visible(), ports.model()]
      const other = replaced || (stood && now && sizeStep(stood, now) > OTHER_SIZE)
      const free = other || view === fitted
      if (bounds && (first || !inPicture(view, bounds, aspect()) || (free && !showsWhole(view, bounds, aspect())))) {
        fitted = fit(view, bounds, aspect())
        look(fitted, false)
      }
      rebuilt ||= changed
      const next = rebuilt && now ? misfit(view, now, aspect()) : null
      if (next !== told) ports.misfits(next)
      told = next
    },
    /**
     * The picture has another size. What somebody has aimed at stays where it is on screen, measured from the upper left
     * corner (WB70); a view that was only ever fitted is fitted again when the width changes, or the model is cut.
     */
    resized(width: number, height: number) {
      const bounds = ports.visible()
      const size = ports.size()
      const perPixel = view.height / height
      const grown = { ...view, height: perPixel * size.y }
      const moved = pan(grown, ((width - size.x) / 2) * perPixel, ((size.y - height) / 2) * perPixel)
      const refit = bounds && fitted === view && (size.x !== width || !showsWhole(moved, bounds, aspect()))
      const next = refit ? fit(view, bounds, aspect()) : moved
      if (fitted === view) fitted = next
      set(next)
    },
  }
}
