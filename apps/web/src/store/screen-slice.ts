import type { JobId, Layer, LayerId } from '@hewn/model'
import type { LayerOverrides } from '../viewer/scene.ts'
import type { Slice } from './workbench-store.ts'

export type Tab = 'code' | 'log' | 'flow' | 'sheets' | 'versions'
export type Theme = 'system' | 'light' | 'dark'

interface Swap {
  job?: JobId
  layers: number
  changed: number
}

/** How this viewer has arranged the screen; kept in the browser (WB4). */
export interface ScreenSlice {
  drawerOpen: boolean
  tab: Tab
  theme: Theme
  layersOpen: boolean
  /** The table of faces and edges, for whoever has no mouse (WB37). */
  elementsOpen: boolean
  /** Eyes set here, by layer; this viewer's own (WB28). */
  overrides: LayerOverrides
  /** Asks the code editor for the focus, once per change. */
  focusCode: number
  showTab(tab: Tab): void
  toggleDrawer(): void
  toggleLayers(): void
  toggleElements(): void
  cycleTheme(): void
  setVisible(layer: LayerId, visible: boolean): void
  resetLayers(): void
  /** Hides every layer but these. */
  showOnly(layers: readonly LayerId[]): void
  /** How far the model is taken apart: 0 together, 1 apart (WB27). */
  explode: number
  setExplode(share: number): void
  /** Cut files carry the name of every part, scored on it (BX55). */
  partNames: boolean
  setPartNames(wanted: boolean): void
  startFromCode(): void
  /** The viewer fits when this changes: it lives outside of React and hears of it by subscription. */
  fits: number
  askFit(): void
  /** What the last change on screen was, for the status bar. */
  lastSwap: Swap | null
  /** Colours as they are drawn, by layer: what has none of its own was given one by the viewer. */
  layerColors: Readonly<Record<string, string>>
  swapped(swap: Swap, colors: Readonly<Record<string, string>>): void
}

export const STARTER = `from build123d import *

length = 60       # Length [30 .. 120] mm
width = 40        # Width [20 .. 80] mm
thickness = 6     # Thickness [3 .. 12] mm
hole = 5          # Hole diameter [3 .. 8] mm

with BuildPart() as plate:
    Box(length, width, thickness)
    fillet(plate.edges().filter_by(Axis.Z), 5)
    with GridLocations(length - 16, width - 16, 2, 2):
        Hole(hole / 2)

print(f"volume: {plate.part.volume:.0f} mm³")
result = plate.part
`

const NEXT_THEME: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }

export const screenSlice: Slice<ScreenSlice> = (set, get, { keep }) => {
  const kept = <V extends string>(key: string, allowed: readonly V[], otherwise: V): V => {
    const value = keep.get(key)
    return allowed.find((one) => one === value) ?? otherwise
  }
  const setKept = (key: string, value: string) => keep.set(key, value)

  return {
    drawerOpen: kept('drawer', ['open', 'closed'], 'closed') === 'open',
    tab: kept('tab', ['code', 'log', 'flow', 'sheets', 'versions'], 'code'),
    theme: kept('theme', ['system', 'light', 'dark'], 'system'),
    layersOpen: false,
    elementsOpen: false,
    overrides: {},
    focusCode: 0,

    showTab(tab) {
      setKept('tab', tab)
      setKept('drawer', 'open')
      set({ tab, drawerOpen: true })
    },
    toggleDrawer() {
      const drawerOpen = !get().drawerOpen
      setKept('drawer', drawerOpen ? 'open' : 'closed')
      set({ drawerOpen })
    },
    toggleLayers: () => set(({ layersOpen }) => ({ layersOpen: !layersOpen })),
    toggleElements: () => set(({ elementsOpen }) => ({ elementsOpen: !elementsOpen })),
    cycleTheme() {
      const theme = NEXT_THEME[get().theme]
      setKept('theme', theme)
      set({ theme })
    },
    setVisible: (layer, visible) => set(({ overrides }) => ({ overrides: { ...overrides, [layer]: { visible } } })),
    resetLayers: () => set({ overrides: {} }),
    showOnly(layers) {
      const all = [...(get().canvas?.channel('layers').values() ?? [])] as unknown as Layer[]
      const hidden = all.filter(({ id, kind }) => kind !== 'group' && !layers.includes(id))
      set({ overrides: Object.fromEntries(hidden.map(({ id }) => [id, { visible: false }])) })
    },
    explode: 0,
    setExplode: (share) => set({ explode: Math.min(1, Math.max(0, share)) }),
    partNames: kept('part-names', ['on', 'off'], 'off') === 'on',
    setPartNames(partNames) {
      setKept('part-names', partNames ? 'on' : 'off')
      set({ partNames })
    },
    fits: 0,
    lastSwap: null,
    layerColors: {},
    // Hiding a layer of the same job is a change of the view, not of the model.
    swapped: (swap, layerColors) =>
      set(({ lastSwap }) => ({ layerColors, lastSwap: lastSwap && lastSwap.job === swap.job ? lastSwap : swap })),
    askFit: () => set(({ fits }) => ({ fits: fits + 1 })),
    startFromCode() {
      if (get().code.trim() === '') get().setCode(STARTER)
      get().showTab('code')
      set(({ focusCode }) => ({ focusCode: focusCode + 1 }))
    },
  }
}
