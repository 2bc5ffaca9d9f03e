import type { Canvas } from '@hewn/canvas'
import type { EmbeddedJobQueue } from '@hewn/kernel'
import type { Agent, World } from '@hewn/model'
import type { Storage } from '@hewn/storage'
import type { KernelSource } from '../kernel-source.ts'
import type { Report } from '../report.ts'
import type { Settings } from '../settings.ts'
import type { WorkspaceTools } from '../workspace/workspace-tools.ts'
import type { Boxes } from './boxes.ts'
import type { Desks } from './desk.ts'
import type { JobStreams } from './job-stream.ts'
import type { Workspace } from './workspace.ts'

/** What every part of the pipeline works with. */
export interface House {
  storage: Storage
  canvas: Canvas
  queue: EmbeddedJobQueue
  kernels: KernelSource
  boxes: Boxes
  streams: JobStreams
  desks: Desks
  workspace: Workspace
  /** How agents reach the files, inside a turn and outside. */
  tools: WorkspaceTools
  /** Who turns words into edits. */
  agent: Agent
  settings: Settings
  world: World
  report: Report
}

/** Who acts when nobody in particular does. */
export const SYSTEM = { uid: 'system', by: 'system' } as const
