import { formatVolume } from './format.ts'
import { panelName } from './panel-name.ts'
import { artifactOf, factsOf, isBuilding, type Situation } from './situation.ts'
import { t } from './strings/index.ts'

/** What a command may do. The page gives the real ones; a test gives its own. */
export interface CommandActions {
  toggleDesignPanel(): void
  undo(): void
  redo(): void
  download(
    format:
      | 'step'
      | 'stl'
      | 'svg'
      | 'json'
      | 'dxf'
      | 'pdf'
      | 'panels'
      | 'coupon'
      | '3mf'
      | 'glb'
      | 'png'
      | 'brep'
      | 'py',
  ): void
  run(): void
  stop(): void
  showTab(tab: 'code' | 'log' | 'flow' | 'sheets' | 'versions'): void
  toggleDrawer(): void
  toggleLayers(): void
  toggleElements(): void
  fit(): void
  cycleTheme(): void
  startFromCode(): void
  newDesign(): void
  share(): void
}

export interface Command {
  label: string
  /** `Mod` is Ctrl, on a Mac Cmd. */
  keys?: readonly string[]
  enabled(situation: Situation): true | string
  run(actions: CommandActions): void
  /** It changes the design: nothing for a viewer who may only look. */
  changes?: true
  /** How it is taken back: by a version, by itself once more, or not at all. */
  undo: 'version' | 'itself' | 'never'
}

const always = () => true as const
const built = (situation: Situation): true | string => {
  // A draft has no version yet, and so no files.
  if (situation.shown?.state === 'done' && situation.shown.result.quality === 'draft') return t.reason.building
  if (situation.shown?.state === 'done') return true
  return isBuilding(situation.newest) ? t.reason.building : t.reason.noBuild
}

/** What is written from the exact shapes needs the kernel. */
function exact(situation: Situation): true | string {
  const can = built(situation)
  if (can !== true) return can
  return situation.kernel?.state === 'missing' ? t.reason.needsKernel : true
}

/** Files for a laser come with a proof, and only with one (BX47). */
function cuttable(situation: Situation): true | string {
  const can = built(situation)
  if (can !== true) return can
  const facts = factsOf(situation.shown)
  const fit = facts.find((fact) => fact.kind === 'fit')
  if (!fit) return t.reason.noProof
  if (fit.worst && fit.worst.overlap > 0)
    return t.reason.overlap(panelName(fit.worst.a), panelName(fit.worst.b), formatVolume(fit.worst.overlap))
  if (fit.proven !== fit.joints) return t.reason.unproven(fit.proven, fit.joints)
  return facts.some((fact) => fact.kind === 'sheet') ? true : t.reason.noSheet
}

/** Every action of the page is one entry here; buttons, keys and tooltips read it (WB2). */
export const COMMANDS = {
  'ai-design': {
    label: t.command.aiDesign,
    enabled: always,
    run: (page) => page.toggleDesignPanel(),
    changes: true,
    undo: 'itself',
  },
  undo: {
    label: t.command.undo,
    keys: ['Mod+Z'],
    enabled(situation) {
      if (!situation.session || !situation.canUndo) return t.reason.noSession
      return situation.designOpen ? t.reason.designOpen : true
    },
    run: (page) => page.undo(),
    changes: true,
    undo: 'never',
  },
  redo: {
    label: t.command.redo,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    enabled: ({ session, canRedo }) => (session && canRedo ? true : t.reason.noRedo),
    run: (page) => page.redo(),
    changes: true,
    undo: 'never',
  },
  'view-3d': { label: t.command.view3d, enabled: always, run: () => {}, undo: 'itself' },
  'view-2d': {
    label: t.command.view2d,
    enabled: ({ kind }) =>
      kind === 'part' ? t.reason.twoForPart : kind === 'box' ? t.reason.twoNotYet : t.reason.twoEmpty,
    run: () => {},
    undo: 'itself',
  },
  'download-step': {
    label: t.command.downloadStep,
    enabled(situation) {
      const can = built(situation)
      if (can !== true)
        return situation.shown === null && situation.kernel?.state === 'missing' ? t.reason.needsKernel : can
      // A box is built by the kernel when it is asked for.
      if (situation.kind === 'box') return situation.kernel?.state === 'ready' ? true : t.reason.needsKernel
      return artifactOf(situation.shown, 'step') ? true : t.reason.noSolid
    },
    run: (page) => page.download('step'),
    undo: 'never',
  },
  'download-stl': {
    label: t.command.downloadStl,
    enabled(situation) {
      const can = built(situation)
      if (can !== true) return can
      return artifactOf(situation.shown, 'stl') ? true : t.reason.noSurface
    },
    run: (page) => page.download('stl'),
    undo: 'never',
  },
  'download-3mf': {
    label: t.command.download3mf,
    enabled: built,
    run: (page) => page.download('3mf'),
    undo: 'never',
  },
  'download-glb': {
    label: t.command.downloadGlb,
    enabled: built,
    run: (page) => page.download('glb'),
    undo: 'never',
  },
  'download-png': {
    label: t.command.downloadPng,
    enabled: built,
    run: (page) => page.download('png'),
    undo: 'never',
  },
  'download-brep': {
    label: t.command.downloadBrep,
    enabled: exact,
    run: (page) => page.download('brep'),
    undo: 'never',
  },
  'download-drawing': {
    label: t.command.downloadDrawing,
    enabled: exact,
    run: (page) => page.download('svg'),
    undo: 'never',
  },
  'download-outline': {
    label: t.command.downloadOutline,
    enabled: exact,
    run: (page) => page.download('dxf'),
    undo: 'never',
  },
  'download-script': {
    label: t.command.downloadScript,
    enabled: built,
    run: (page) => page.download('py'),
    undo: 'never',
  },
  'download-sheet': {
    label: t.command.downloadSheet,
    enabled: cuttable,
    run: (page) => page.download('svg'),
    undo: 'never',
  },
  'download-dxf': {
    label: t.command.downloadDxf,
    enabled: cuttable,
    run: (page) => page.download('dxf'),
    undo: 'never',
  },
  'download-pdf': {
    label: t.command.downloadPdf,
    enabled: cuttable,
    run: (page) => page.download('pdf'),
    undo: 'never',
  },
  'download-panels': {
    label: t.command.downloadPanels,
    enabled: cuttable,
    run: (page) => page.download('panels'),
    undo: 'never',
  },
  'download-coupon': {
    label: t.command.downloadCoupon,
    enabled: built,
    run: (page) => page.download('coupon'),
    undo: 'never',
  },
  'download-recipe': {
    label: t.command.downloadRecipe,
    enabled: built,
    run: (page) => page.download('json'),
    undo: 'never',
  },
  run: {
    label: t.command.run,
    keys: ['Mod+Enter'],
    enabled({ running, kernel }) {
      if (running) return t.reason.running
      return kernel?.state === 'missing' ? t.reason.needsKernel : true
    },
    run: (page) => page.run(),
    changes: true,
    undo: 'version',
  },
  stop: {
    label: t.command.stop,
    keys: ['Mod+.'],
    enabled: ({ running, newest, turn }) => (running || turn !== null || isBuilding(newest) ? true : t.reason.noRun),
    run: (page) => page.stop(),
    changes: true,
    undo: 'never',
  },
  code: { label: t.command.code, enabled: always, run: (page) => page.showTab('code'), undo: 'itself' },
  log: { label: t.command.log, enabled: always, run: (page) => page.showTab('log'), undo: 'itself' },
  versions: { label: t.command.versions, enabled: always, run: (page) => page.showTab('versions'), undo: 'itself' },
  flow: { label: t.command.flow, enabled: always, run: (page) => page.showTab('flow'), undo: 'itself' },
  sheets: {
    label: t.command.sheets,
    enabled: ({ kind }) => (kind === 'box' ? true : t.reason.sheetsOfBox),
    run: (page) => page.showTab('sheets'),
    undo: 'itself',
  },
  drawer: {
    label: t.command.drawer,
    keys: ['Mod+J'],
    enabled: always,
    run: (page) => page.toggleDrawer(),
    undo: 'itself',
  },
  layers: {
    label: t.command.layers,
    enabled: ({ layers }) => (layers > 0 ? true : t.reason.noBuild),
    run: (page) => page.toggleLayers(),
    undo: 'itself',
  },
  elements: {
    label: t.command.elements,
    enabled: ({ layers }) => (layers > 0 ? true : t.reason.noBuild),
    run: (page) => page.toggleElements(),
    undo: 'itself',
  },
  fit: {
    label: t.command.fit,
    enabled: ({ layers }) => (layers > 0 ? true : t.reason.emptyModel),
    run: (page) => page.fit(),
    undo: 'itself',
  },
  theme: { label: t.command.theme, enabled: always, run: (page) => page.cycleTheme(), undo: 'itself' },
  share: {
    label: t.command.share,
    enabled: ({ session, scope }) =>
      !session ? t.reason.nothingToShare : scope !== undefined && scope !== 'owner' ? t.reason.ownerShares : true,
    run: (page) => page.share(),
    undo: 'never',
  },
  'start-from-code': {
    label: t.command.startFromCode,
    enabled: always,
    run: (page) => page.startFromCode(),
    undo: 'never',
  },
  'new-design': {
    label: t.command.newDesign,
    enabled: always,
    run: (page) => page.newDesign(),
    undo: 'never',
  },
} as const satisfies Record<string, Command>

export type CommandId = keyof typeof COMMANDS

/** The command that takes a design away: what a workshop needs first. */
export const primaryDownload = ({ kind }: Pick<Situation, 'kind'>): CommandId =>
  kind === 'box' ? 'download-sheet' : 'download-step'
const SHAPES = ['download-3mf', 'download-glb', 'download-png'] as const satisfies CommandId[]
const PART_DOWNLOADS: CommandId[] = [
  'download-stl',
  ...SHAPES,
  'download-brep',
  'download-drawing',
  'download-outline',
  'download-script',
]
export const otherDownloads = ({ kind }: Pick<Situation, 'kind'>): CommandId[] =>
  kind === 'box'
    ? [
        'download-dxf',
        'download-pdf',
        'download-recipe',
        'download-panels',
        'download-step',
        ...SHAPES,
        'download-script',
      ]
    : PART_DOWNLOADS

interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** The command a key press stands for. Keys without Mod belong to the viewport and are not here. */
export function commandFor(press: KeyPress, mac: boolean): CommandId | undefined {
  const mod = mac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey
  if (!mod || press.altKey) return undefined
  const spelled = [
    'Mod',
    ...(press.shiftKey ? ['Shift'] : []),
    press.key.length === 1 ? press.key.toUpperCase() : press.key,
  ].join('+')
  return (Object.keys(COMMANDS) as CommandId[]).find((id) => keysOf(id).includes(spelled))
}

export const keysOf = (id: CommandId): readonly string[] => (COMMANDS[id] as Command).keys ?? []

export const spellKeys = (keys: string, mac: boolean): string =>
  mac ? keys.replace('Mod+', '⌘').replace('Enter', '↩') : keys.replace('Mod', 'Ctrl')
