import type { Bounds, FaceRow, Geometry, JobId, LayerId, Vec3 } from '@hewn/model'
import { Raycaster, Vector2, Vector3 } from 'three'
import type { BackdropColors } from './backdrop.ts'
import { type BlobPorts, createBlobs, LARGEST_BLOB, MOST_TRIANGLES } from './blobs.ts'
import { createEye } from './eye.ts'
import { gestures } from './gestures.ts'
import { highlight } from './highlight.ts'
import { type LayerObject, makeLayerObject } from './layer-object.ts'
import { createMaterials } from './materials.ts'
import { elementAt } from './element-at.ts'
import { createPalette, type SceneLayer, sceneDifference } from './scene.ts'
import { followed, NOTHING, type PickedElement, picked, type Selection } from './selection.ts'
import { createShapes } from './shapes.ts'
import { createStage } from './stage.ts'
import { keyView, NAMED_KEYS } from './key-view.ts'
import { fit, type Misfit, placed, union, type View } from './view.ts'

export interface Viewer {
  /** The whole wish; the viewer finds the difference and shows all of it in one frame. */
  show(scene: SceneLayer[], from: { seq: number; job?: JobId }): void
  look(view: Partial<View>, options?: { animate?: boolean }): void
  fit(options?: { animate?: boolean }): void
  /** The keys of WB25; true when one was meant for the viewer. */
  key(event: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean
  appearance(colors: BackdropColors): void
  /** The model alone, fitted, from where somebody looks now (WB33). */
  picture(options: PictureOptions): Promise<Blob>
  /** Lets go of what is picked. */
  clear(): void
  /** The layers on screen whose faces and edges can be told, with their shapes. */
  elements(): Pick<PickedElement, 'layer' | 'hash' | 'geometry'>[]
  /** As if it had been pressed in the picture; `add` to what is picked already. */
  pick(element: PickedElement, add: boolean): void
  probe(): ViewerProbe
  on<E extends keyof ViewerEvents>(event: E, listener: (value: ViewerEvents[E]) => void): () => void
  dispose(): void
}

/** A layer that is drawn as its bounding box, and why. */
export interface StandIn {
  id: LayerId
  name: string
  message: string
}

export interface ViewerEvents {
  drawn: {
    /** The very wish that is on screen now; a newer one may be on its way. */
    scene: SceneLayer[]
    seq: number
    job?: JobId
    layers: number
    changed: number
    first: boolean
    standIns: StandIn[]
    colors: Record<LayerId, string>
  }
  view: View
  /** How a rebuilt model does not lie in the picture that was kept. */
  misfit: Misfit | null
  hover: { layer: SceneLayer; face?: FaceRow; exact: boolean } | null
  lost: { state: 'lost' | 'back' }
  selection: Selection
}

/** For tests and support: what is really on screen. */
export interface ViewerProbe {
  layers: { id: LayerId; hash?: string; visible: boolean; triangles: number; color: string; standsIn: boolean }[]
  seq: number
  camera: View
  picks: Pick<PickedElement, 'layer' | 'kind' | 'index'>[]
  bounds?: Bounds
  pending: boolean
  counters: {
    frames: number
    swaps: number
    shapes: number
    materials: number
    geometries: number
    textures: number
    programs: number
  }
  resting: boolean
  software: boolean
  size: [number, number]
}

export interface PictureOptions {
  /** Pixels, up to 4096. */
  width: number
  height: number
  type?: 'image/png' | 'image/webp'
}

export interface ViewerPorts extends BlobPorts {
  /** Without motion, views jump. */
  still(): boolean
  now(): number
}

const LARGEST_PICTURE = 4096

/** Draws a scene on `canvas`, which lies in `host`. Throws when the browser has no WebGL 2. */
export function createViewer(host: HTMLElement, canvas: HTMLCanvasElement, ports: ViewerPorts): Viewer {
  const stage = createStage(canvas)
  const wideLines = !stage.software
  const blobs = createBlobs(ports)
  const shapes = createShapes(wideLines)
  const materials = createMaterials(wideLines)
  const colorOf = createPalette()
  const objects = new Map<LayerId, LayerObject>()
  const listeners = new Map<keyof ViewerEvents, Set<(value: never) => void>>()
  const raycaster = new Raycaster()

  const whyStandsIn = new Map<LayerId, string>()

  let shown: SceneLayer[] = []
  let wish = { seq: -1, number: 0, pending: false }
  let drawnSeq = -1
  let swaps = 0
  let hadModel = false
  let selection: Selection = NOTHING
  let unlight: (() => void)[] = []

  const emit = <E extends keyof ViewerEvents>(event: E, value: ViewerEvents[E]) => {
    for (const listener of listeners.get(event) ?? []) (listener as (value: ViewerEvents[E]) => void)(value)
  }
  const visibleBounds = () =>
    union(
      shown
        .filter((layer) => layer.visible)
        .flatMap((layer) => (layer.geometry ? [placed(layer.geometry.bounds, layer.placement)] : [])),
    )
  /** Hidden layers too: what is looked at does not become another design by a layer being hidden. */
  const modelBounds = () =>
    union(shown.flatMap((layer) => (layer.geometry ? [placed(layer.geometry.bounds, layer.placement)] : [])))
  const eye = createEye({
    visible: visibleBounds,
    model: modelBounds,
    size: () => stage.size,
    still: ports.still,
    now: ports.now,
    invalidate: () => stage.invalidate(),
    moved: (view) => emit('view', view),
    misfits: (how) => emit('misfit', how),
  })

  stage.onFrame(() => {
    eye.step()
    stage.aim(eye.view, visibleBounds())
    const pixelsPerMm = stage.size.y / eye.view.height
    // WB18: a layer of a few pixels would be nothing but its edges.
    for (const { edges, mesh, layer } of objects.values())
      if (edges && mesh && layer.geometry) edges.visible = span(layer.geometry.bounds) * pixelsPerMm >= 40
  })

  async function show(scene: SceneLayer[], from: { seq: number; job?: JobId }) {
    if (from.seq < wish.seq) return
    const number = wish.number + 1
    wish = { seq: from.seq, number, pending: true }
    const difference = sceneDifference(shown, scene)
    const geometries = new Map<string, Geometry>()
    const problems = new Map<LayerId, string>()
    const wanted = [...difference.added, ...difference.reshaped]
    await Promise.all(
      wanted.map(async (layer) => {
        if (!layer.geometry) return
        try {
          if (layer.geometry.bytes > LARGEST_BLOB || layer.geometry.triangles > MOST_TRIANGLES)
            throw new Error(`${layer.geometry.triangles} triangles are more than are drawn; its bounding box is shown`)
          geometries.set(layer.geometry.hash, await blobs.get(layer.geometry.hash))
        } catch (problem) {
          problems.set(layer.id, messageOf(problem))
        }
      }),
    )
    // WB13: what came for an older wish is kept by the blob store and not drawn.
    if (wish.number !== number) return

    const made = wanted.map((layer) => {
      const hash = layer.geometry?.hash
      const geometry = hash === undefined ? undefined : geometries.get(hash)
      const shape = hash !== undefined && geometry ? shapes.take(hash, geometry) : undefined
      return makeLayerObject(layer, colorOf(layer.id, layer.color), shape, materials, wideLines)
    })
    for (const layer of wanted) whyStandsIn.delete(layer.id)
    for (const [id, why] of problems) whyStandsIn.set(id, why)
    const stood = modelBounds()
    const replaced = !scene.some((layer) => objects.has(layer.id))
    swap(scene, made, difference)
    wish.pending = false
    const first = !hadModel && objects.size > 0
    hadModel ||= first
    const changed = wanted.length
    eye.follow({
      ...(stood ? { stood } : {}),
      first,
      replaced,
      changed: changed > 0 || difference.removed.length > 0,
    })
    stage.invalidate(() => {
      drawnSeq = from.seq
      emit('drawn', { ...from, scene, layers: scene.length, changed, first, standIns: standIns(), colors: colors() })
    })
  }

  /** Old out, new in, between two frames: no frame is ever half of each (WB12). */
  function swap(scene: SceneLayer[], made: LayerObject[], difference: ReturnType<typeof sceneDifference>) {
    if (made.length > 0 || difference.removed.length > 0) swaps++
    for (const id of difference.removed) whyStandsIn.delete(id)
    for (const id of [...difference.removed, ...difference.reshaped.map((layer) => layer.id)]) remove(id)
    for (const object of made) {
      objects.set(object.id, object)
      stage.scene.add(object.root)
    }
    for (const layer of [...difference.restyled, ...difference.kept])
      objects.get(layer.id)?.style(layer, colorOf(layer.id, layer.color))
    shown = scene
    select(
      followed(selection, (id) => {
        const shape = objects.get(id)?.shape
        return shape && { hash: shape.hash, geometry: shape.geometry }
      }),
    )
    light()
    blobs.trim(new Set(scene.flatMap((layer) => layer.geometry?.hash ?? [])))
  }

  const standIns = () =>
    shown.flatMap(({ id, name }) => {
      const message = whyStandsIn.get(id)
      return message === undefined ? [] : [{ id, name, message }]
    })

  const colors = () => Object.fromEntries(shown.map(({ id, color }) => [id, colorOf(id, color)]))

  function select(next: Selection) {
    if (next === selection) return
    const isTold = next.picks !== selection.picks || next.lost !== selection.lost
    selection = next
    light()
    if (isTold) emit('selection', selection)
  }

  /** What is picked is drawn over the layers as they are now; what rests, for want of tables, is not. */
  function light() {
    for (const out of unlight) out()
    unlight = selection.picks.flatMap((pick, place) => {
      const object = objects.get(pick.layer)
      return object && object.shape?.hash === pick.hash ? [highlight(pick, place, object.root, materials)] : []
    })
    stage.invalidate()
  }

  function pickAt(x: number, y: number): PickedElement | undefined {
    const hit = hitAt(x, y)
    const face = hit ? hit.object.shape?.geometry.faceOf?.[hit.triangle] : undefined
    const among = hit ? [hit.object] : [...objects.values()].filter(({ layer }) => layer.visible)
    return elementAt([x, y], among, face, stage)
  }

  function remove(id: LayerId) {
    const object = objects.get(id)
    if (!object) return
    stage.scene.remove(object.root)
    object.dispose()
    if (object.shape) shapes.release(object.shape)
    objects.delete(id)
  }

  function hitAt(x: number, y: number) {
    stage.aim(eye.view, visibleBounds())
    raycaster.setFromCamera(new Vector2((x / stage.size.x) * 2 - 1, 1 - (y / stage.size.y) * 2), stage.camera)
    let best: { object: LayerObject; distance: number; triangle: number } | undefined
    for (const object of objects.values()) {
      if (!object.layer.visible || !object.mesh || !object.shape) continue
      object.root.updateMatrixWorld()
      const hit = object.shape.pick(raycaster, object.mesh)
      if (hit && (!best || hit.distance < best.distance)) best = { object, ...hit }
    }
    return best
  }

  const closeGestures = gestures(canvas, {
    focus: () => host.focus({ preventScroll: true }),
    view: () => eye.view,
    look: (next) => eye.look(next, false),
    size: () => stage.size,
    pointUnder(x, y): Vec3 | undefined {
      const hit = hitAt(x, y)
      const bounds = visibleBounds()
      if (hit) return raycaster.ray.at(hit.distance, new Vector3()).toArray()
      return bounds && ([0, 1, 2].map((i) => ((bounds.min[i] ?? 0) + (bounds.max[i] ?? 0)) / 2) as Vec3)
    },
    fitAt(x, y) {
      const layer = hitAt(x, y)?.object.layer
      const bounds = layer?.geometry ? placed(layer.geometry.bounds, layer.placement) : visibleBounds()
      eye.fit(bounds, true)
    },
    hover(x, y) {
      const hit = hitAt(x, y)
      const geometry = hit?.object.shape?.geometry
      const face = geometry?.faces?.[geometry.faceOf?.[hit?.triangle ?? -1] ?? -1]
      emit(
        'hover',
        hit ? { layer: hit.object.layer, exact: geometry?.exact ?? false, ...(face ? { face } : {}) } : null,
      )
    },
    leave: () => emit('hover', null),
    pick(x, y, add) {
      const pick = pickAt(x, y)
      if (pick) select(picked(selection, pick, add))
      else if (!add) select(NOTHING)
    },
  })

  const onLost = (event: Event) => {
    event.preventDefault()
    emit('lost', { state: 'lost' })
  }
  const onRestored = () => {
    stage.invalidate()
    emit('lost', { state: 'back' })
  }
  canvas.addEventListener('webglcontextlost', onLost)
  canvas.addEventListener('webglcontextrestored', onRestored)

  const resizing = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = host
    const before = stage.size.clone()
    stage.resize(clientWidth, clientHeight)
    if (hadModel) eye.resized(before.x, before.y)
    stage.invalidate()
  })
  stage.resize(host.clientWidth, host.clientHeight)
  resizing.observe(host)

  return {
    show: (scene, from) => void show(scene, from),
    look: (next, options) => eye.look({ ...eye.view, ...next }, options?.animate ?? false),
    fit: (options) => eye.fit(visibleBounds(), options?.animate ?? false),
    clear: () => select(NOTHING),
    elements: () =>
      [...objects.values()].flatMap(({ id, layer, shape }) =>
        layer.visible && shape?.geometry.exact ? [{ layer: id, hash: shape.hash, geometry: shape.geometry }] : [],
      ),
    pick: (element, add) => select(picked(selection, element, add)),
    key({ key, shiftKey }) {
      if (key === 'Escape') {
        select(NOTHING)
        return true
      }
      const to = keyView(key, shiftKey, eye.goal)
      if (to === undefined) return false
      const bounds = visibleBounds()
      const named = key === '0' || key in NAMED_KEYS || key.toLowerCase() === 'f'
      if (named && bounds) eye.fit(bounds, true, to)
      else eye.look(to, true)
      return true
    },
    appearance(colors) {
      stage.appearance(colors)
      stage.invalidate()
    },
    picture({ width, height, type = 'image/png' }) {
      const bounds = visibleBounds()
      const shot = bounds ? fit(eye.view, bounds, width / height) : eye.view
      const edge = Math.min(1, LARGEST_PICTURE / Math.max(width, height))
      const blob = stage.picture(shot, bounds, Math.round(width * edge), Math.round(height * edge), type)
      stage.invalidate()
      return blob
    },
    probe() {
      const bounds = visibleBounds()
      const { memory, programs } = stage.renderer.info
      return {
        layers: [...objects.values()].map(({ id, layer, shape }) => ({
          id,
          ...(layer.geometry ? { hash: layer.geometry.hash } : {}),
          visible: layer.visible,
          triangles: (shape?.geometry.triangles?.length ?? 0) / 3,
          color: colorOf(id, layer.color),
          standsIn: layer.geometry !== undefined && shape === undefined,
        })),
        seq: drawnSeq,
        camera: eye.view,
        picks: selection.picks.map(({ layer, kind, index }) => ({ layer, kind, index })),
        ...(bounds ? { bounds } : {}),
        pending: wish.pending,
        counters: {
          frames: stage.frames,
          swaps,
          shapes: shapes.size,
          materials: materials.size,
          geometries: memory.geometries,
          textures: memory.textures,
          programs: programs?.length ?? 0,
        },
        resting: stage.resting && eye.resting,
        software: stage.software,
        size: [stage.size.x, stage.size.y],
      }
    },
    on(event, listener) {
      const set = listeners.get(event) ?? new Set()
      listeners.set(event, set)
      set.add(listener as (value: never) => void)
      return () => void set.delete(listener as (value: never) => void)
    },
    dispose() {
      wish = { ...wish, number: wish.number + 1 }
      listeners.clear()
      closeGestures()
      resizing.disconnect()
      canvas.removeEventListener('webglcontextlost', onLost)
      canvas.removeEventListener('webglcontextrestored', onRestored)
      for (const id of objects.keys()) remove(id)
      materials.dispose()
      stage.dispose()
    },
  }
}

const span = ({ min, max }: Bounds) => Math.hypot(max[0] - min[0], max[1] - min[1], max[2] - min[2])
const messageOf = (problem: unknown) => (problem instanceof Error ? problem.message : String(problem))
