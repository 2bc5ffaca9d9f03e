export { createKernel, type KernelParts } from './create-kernel.ts'
export { createJobQueue, type EmbeddedJobQueue, type JobQueueLimits, type JobQueueOptions } from './job-queue.ts'
export { memoryJobStore } from './job-queue-memory-store.ts'
export type {
  BuildRequest,
  CheckRequest,
  ExportRequest,
  Kernel,
  KernelEvent,
  KernelReport,
  Limits,
  LogLevel,
  LogStream,
  MeasureRequest,
  ScriptReading,
  Values,
  WorkspaceFile,
} from './kernel.ts'
export type {
  BlobStore,
  JobEvent,
  JobNotes,
  JobOrder,
  JobQueue,
  JobRecord,
  JobStore,
  Runner,
  ShapeIndex,
  Work,
} from './ports.ts'
export type { Collected, LogPart, Worker, WorkerEnd, WorkerFactory, WorkerKind } from './worker-factory.ts'
