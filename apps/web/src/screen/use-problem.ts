import { useMemo } from 'react'
import { type Problem, problemOf } from '../store/run-slice.ts'
import { useJobs } from './use-design.ts'
import { useWorkbench } from './workbench-context.ts'

export function useProblem(): Problem | null {
  const jobs = useJobs()
  const running = useWorkbench((state) => state.running)
  const runRefusal = useWorkbench((state) => state.runRefusal)
  const runEnd = useWorkbench((state) => state.runEnd)
  const runJob = useWorkbench((state) => state.runJob)
  return useMemo(
    () => problemOf({ running, runRefusal, runEnd, runJob }, jobs),
    [running, runRefusal, runEnd, runJob, jobs],
  )
}
