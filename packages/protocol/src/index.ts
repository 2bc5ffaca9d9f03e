export {
  type CanvasAccept,
  type CanvasClosed,
  type CanvasFrame,
  type CanvasMode,
  type CanvasPart,
  type CanvasScope,
  canvasAccept,
  canvasClosed,
  canvasFrame,
  canvasHead,
  canvasMode,
  canvasPart,
  canvasPosition,
  canvasScope,
  type Checked,
  checked,
  type FrameGroup,
  frameEvent,
  frameGroup,
  type JoinedSession,
  type JoinSession,
  joinedSession,
  joinSession,
  previewEvent,
  previewSnapshot,
  rangeRead,
  readRange,
  requestRefused,
} from './canvas.ts'
export { canonicalJson, canvasDigest } from './canvas-digest.ts'
export { CANVAS_PROTOCOL, CLOSE_CODES, type CloseName, LIMITS } from './canvas-limits.ts'
export { decodeGeometry, type GeometryProblem } from './geometry-decode.ts'
export { encodeGeometry } from './geometry-encode.ts'
export { GEOMETRY_MEDIA_TYPE } from './geometry-form.ts'
export {
  fileWritten,
  type FileWritten,
  health,
  type Health,
  session,
  type Session,
  sessionCreate,
  sessionCreated,
  sessionPatch,
  sessionReply,
  undoBody,
  undoReply,
  writtenFile,
} from './http.ts'
export {
  artifactFilePath,
  artifactPath,
  blobPath,
  exportPath,
  filePath,
  jobPath,
  sessionPage,
  sessionPath,
} from './routes.ts'
export {
  type RunBody,
  runBody,
  type RunComplete,
  runComplete,
  type RunEvent,
  type RunLog,
  runLog,
  type RunStage,
  runStage,
} from './run.ts'
export { sha256Hex } from './sha256.ts'
