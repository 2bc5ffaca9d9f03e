import type { CanvasClient } from '@hewn/canvas'
import type { SessionId, World } from '@hewn/model'
import { createStore, type StateCreator } from 'zustand/vanilla'
import type { WorkbenchServer } from '../port/session-port.ts'
import { type CodeSlice, codeSlice } from './code-slice.ts'
import { type ConversationSlice, conversationSlice } from './conversation-slice.ts'
import { type DesignSlice, designSlice, type ReadRecipe } from './design-slice.ts'
import { type ExampleSlice, exampleSlice } from './example-slice.ts'
import { type RunSlice, runSlice } from './run-slice.ts'
import { type ScreenSlice, screenSlice } from './screen-slice.ts'
import { type SessionSlice, sessionSlice } from './session-slice.ts'
import { type ShareSlice, shareSlice } from './share-slice.ts'
import { type VersionsSlice, versionsSlice } from './versions-slice.ts'

/** Everything outside the page's own state, as ports. */
export interface Surroundings {
  server: WorkbenchServer
  connect(session: SessionId): CanvasClient
  /** Makes the address true to the screen. */
  goTo(session: SessionId | null): void
  save(name: string, bytes: Blob): void
  readRecipe: ReadRecipe
  keep: { get(key: string): string | null; set(key: string, value: string): void }
  /** The same for this tab alone; it outlives a reload. */
  tab: { get(key: string): string | null; set(key: string, value: string): void }
  world: World
}

export type WorkbenchState = SessionSlice &
  ConversationSlice &
  VersionsSlice &
  ShareSlice &
  CodeSlice &
  RunSlice &
  DesignSlice &
  ScreenSlice &
  ExampleSlice
export type Slice<S> = (
  set: Parameters<StateCreator<WorkbenchState>>[0],
  get: () => WorkbenchState,
  around: Surroundings,
) => S

/** What is this viewer's own; everything about the design itself is read from the canvas. */
export function createWorkbench(around: Surroundings) {
  return createStore<WorkbenchState>()((set, get) => ({
    ...sessionSlice(set, get, around),
    ...conversationSlice(set, get, around),
    ...versionsSlice(set, get, around),
    ...shareSlice(set, get, around),
    ...codeSlice(set, get, around),
    ...runSlice(set, get, around),
    ...designSlice(set, get, around),
    ...screenSlice(set, get, around),
    ...exampleSlice(set, get, around),
  }))
}

export type Workbench = ReturnType<typeof createWorkbench>
