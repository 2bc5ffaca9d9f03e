export type {
  BuildRequest,
  ExportRequest,
  Kernel,
  KernelEvent,
  KernelReport,
  Limits,
  LogLevel,
  LogStream,
  ScriptReading,
  Values,
  WorkspaceFile,
} from './kernel.ts'
export type { BlobStore, JobNotes, JobRecord, JobStore } from './ports.ts'
