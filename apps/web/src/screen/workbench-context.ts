import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { Workbench, WorkbenchState } from '../store/workbench-store.ts'

export const WorkbenchContext = createContext<Workbench | null>(null)

export function useWorkbenchStore(): Workbench {
  const workbench = use(WorkbenchContext)
  if (!workbench) throw new Error('A part of the workbench was drawn outside of it')
  return workbench
}

/** Reads one thing of this viewer's own state; redraws when that changes. */
export const useWorkbench = <T>(select: (state: WorkbenchState) => T): T => useStore(useWorkbenchStore(), select)
