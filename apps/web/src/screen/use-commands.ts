import { useConnection } from '@hewn/canvas/react'
import { useMemo } from 'react'
import { type Command, type CommandActions, type CommandId, COMMANDS } from '../commands.ts'
import { artifactOf, mayEdit, type Situation } from '../situation.ts'
import { t } from '../strings/index.ts'
import type { Workbench } from '../store/workbench-store.ts'
import {
  useCanRedo,
  useHead,
  useJob,
  useKernelOnCanvas,
  useKind,
  useLayers,
  useNewestJob,
  useRunningTurn,
  useShown,
  useVersion,
} from './use-design.ts'
import { useWorkbench, useWorkbenchStore } from './workbench-context.ts'

/** What commands look at, put together once for all buttons that ask. */
export function useSituation(): Situation {
  const connection = useConnection()
  const onCanvas = useKernelOnCanvas()
  const asked = useWorkbench((state) => state.health?.kernel ?? null)
  const kind = useKind()
  const head = useHead()
  const version = useVersion(head)
  const onScreen = useShown()
  const draft = onScreen?.version !== undefined && onScreen.version !== head
  const shown = useJob(onScreen?.job)
  const newest = useNewestJob()
  const layers = useLayers().length
  const canRedo = useCanRedo(head)
  const turn = useRunningTurn()?.id ?? null
  const session = useWorkbench((state) => state.port !== null)
  const running = useWorkbench((state) => state.running)
  const canvas = useWorkbench((state) => state.canvas)
  const live = connection.state === 'live'
  const scope = live ? canvas?.scope : connection.state === 'refused' ? 'none' : undefined
  const designOpen = useWorkbench((state) => state.designPanelOpen)
  return useMemo(
    () => ({
      session,
      live,
      scope,
      kind,
      head,
      canUndo: version !== null || draft,
      canRedo,
      turn,
      kernel: onCanvas ?? asked,
      shown,
      newest,
      layers,
      running,
      designOpen,
    }),
    [
      session,
      live,
      scope,
      kind,
      head,
      version,
      draft,
      canRedo,
      turn,
      onCanvas,
      asked,
      shown,
      newest,
      layers,
      running,
      designOpen,
    ],
  )
}

export interface CommandHandle {
  id: CommandId
  label: string
  /** Why it cannot be done now. */
  reason: string | undefined
  run(): void
}

export function useCommand(id: CommandId): CommandHandle {
  const workbench = useWorkbenchStore()
  const situation = useSituation()
  return commandHandle(id, situation, workbench)
}

export function commandHandle(id: CommandId, situation: Situation, workbench: Workbench): CommandHandle {
  const command: Command = COMMANDS[id]
  const can = command.changes && !mayEdit(situation) ? t.reason.viewOnly : command.enabled(situation)
  return {
    id,
    label: command.label,
    reason: can === true ? undefined : can,
    run: () => command.run(actionsOf(workbench, situation)),
  }
}

/** The commands' verbs, as this page does them. */
function actionsOf(workbench: Workbench, situation: Situation): CommandActions {
  const state = workbench.getState()
  return {
    // Pressed while the panel is open it is `Done` (WB75).
    toggleDesignPanel: () => (state.designPanelOpen ? state.closeDesignPanel() : state.openDesignPanel()),
    undo: () => void state.undo(),
    redo: () => void state.redo(),
    download: (format) => void state.download(format, artifactOf(situation.shown, format)?.url),
    run: () => {
      if (!state.drawerOpen) state.showTab('code')
      void state.run()
    },
    stop: () => void (situation.turn ? state.stopTurn(situation.turn) : state.stopRun()),
    showTab: state.showTab,
    toggleDrawer: state.toggleDrawer,
    toggleLayers: state.toggleLayers,
    toggleElements: state.toggleElements,
    fit: state.askFit,
    cycleTheme: state.cycleTheme,
    startFromCode: state.startFromCode,
    newDesign: state.leaveSession,
    share: () => state.showShare(true),
  }
}
