import type { Bounds } from '@hewn/model'
import {
  Color,
  DirectionalLight,
  HemisphereLight,
  OrthographicCamera,
  Scene,
  Vector2,
  Vector3,
  WebGLRenderer,
} from 'three'
import { type BackdropColors, createBackdrop } from './backdrop.ts'
import { axesOf, type View } from './view.ts'

/** The renderer, its camera and lights, and frames on demand (WB16): at rest nothing is asked of the browser. */
export function createStage(canvas: HTMLCanvasElement) {
  const renderer = new WebGLRenderer({ canvas, alpha: true, antialias: true, powerPreference: 'high-performance' })
  const software = isSoftware(renderer)
  const scene = new Scene()
  const camera = new OrthographicCamera()
  const backdrop = createBackdrop()
  // A headlight a little above and to the left of the eye, so that faces at an angle differ.
  const headlight = new DirectionalLight('#ffffff', 2.1)
  headlight.position.set(-0.35, 0.55, 1)
  camera.add(headlight, headlight.target)
  headlight.target.position.set(0, 0, -1)
  const sky = new HemisphereLight('#ffffff', '#b9c0c8', 1.35)
  sky.position.set(0, 0, 1)
  scene.add(backdrop.root, camera, sky)

  const size = new Vector2(1, 1)
  const beforeFrame = new Set<() => void>()
  const afterFrame: (() => void)[] = []
  let scheduled: number | undefined
  let frames = 0

  function draw() {
    scheduled = undefined
    for (const step of beforeFrame) step()
    renderer.render(scene, camera)
    frames++
    for (const done of afterFrame.splice(0)) done()
  }

  function resize(width: number, height: number) {
    size.set(Math.max(1, width), Math.max(1, height))
    renderer.setPixelRatio(software ? 1 : Math.min(globalThis.devicePixelRatio || 1, 2))
    renderer.setSize(size.x, size.y, false)
  }

  /** Puts the camera where the view says, with room for all of the scene between near and far. */
  function aim(view: View, bounds: Bounds | undefined) {
    const rim = backdrop.size(bounds)
    const { right, up, toward } = axesOf(view)
    const reach = 4 * Math.max(rim, ...(bounds ? [...bounds.min, ...bounds.max].map(Math.abs) : []), 1)
    const away = reach + Math.hypot(...view.target)
    const half = view.height / 2
    camera.left = -half * (size.x / size.y)
    camera.right = -camera.left
    camera.top = half
    camera.bottom = -half
    camera.near = 0
    camera.far = 2 * away
    camera.position.set(...view.target).addScaledVector(new Vector3(...toward), away)
    camera.matrixAutoUpdate = true
    camera.quaternion.setFromRotationMatrix(
      camera.matrix.clone().makeBasis(new Vector3(...right), new Vector3(...up), new Vector3(...toward)),
    )
    camera.updateProjectionMatrix()
    camera.updateMatrixWorld()
  }

  return {
    renderer,
    scene,
    camera,
    software,
    size,
    get frames() {
      return frames
    },
    get resting() {
      return scheduled === undefined
    },
    /** Asks for one frame; however often it is called, one is drawn. */
    invalidate(done?: () => void) {
      if (done) afterFrame.push(done)
      scheduled ??= requestAnimationFrame(draw)
    },
    onFrame(step: () => void) {
      beforeFrame.add(step)
    },
    resize,
    aim,
    appearance(colors: BackdropColors) {
      renderer.setClearColor(colors.ground, 1)
      backdrop.color(colors)
    },
    /** One picture on nothing, drawn aside: what is on screen is drawn again before the browser shows it. */
    async picture(view: View, bounds: Bounds | undefined, width: number, height: number, type: string): Promise<Blob> {
      const [ground, alpha] = [renderer.getClearColor(new Color()), renderer.getClearAlpha()]
      const [onScreen, ratio] = [size.clone(), renderer.getPixelRatio()]
      backdrop.root.visible = false
      renderer.setClearAlpha(0)
      renderer.setPixelRatio(1)
      size.set(width, height)
      renderer.setSize(width, height, false)
      aim(view, bounds)
      renderer.render(scene, camera)
      // Copied at once: the drawing buffer of WebGL holds its pixels for this task only.
      const copy = Object.assign(document.createElement('canvas'), { width, height })
      copy.getContext('2d')?.drawImage(canvas, 0, 0)
      backdrop.root.visible = true
      renderer.setClearColor(ground, alpha)
      size.copy(onScreen)
      renderer.setPixelRatio(ratio)
      renderer.setSize(size.x, size.y, false)
      draw()
      const blob = await new Promise<Blob | null>((resolve) => copy.toBlob(resolve, type, 0.9))
      if (!blob) throw new Error(`This browser cannot write ${type}`)
      return blob
    },
    dispose() {
      if (scheduled !== undefined) cancelAnimationFrame(scheduled)
      afterFrame.length = 0
      backdrop.dispose()
      renderer.dispose()
    },
  }
}

function isSoftware(renderer: WebGLRenderer): boolean {
  const gl = renderer.getContext()
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(String(name))
}
