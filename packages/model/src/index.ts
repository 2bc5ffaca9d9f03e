export { closest } from './closest.ts'
export { CORNER_WORDS } from './corner-words.ts'
export { cutAtWord } from './cut-at-word.ts'
export { DENSITIES, densityOf } from './densities.ts'
export { ERRORS, type ErrorCode, hewnError, statusOf } from './errors.ts'
export { EDGE_KINDS, type EdgeRow, FACE_KINDS, type FaceRow, type Geometry } from './geometry.ts'
export { slugOf } from './slug-of.ts'
export {
  bareId,
  base62ToUuid,
  type IdKind,
  type JobId,
  type LayerId,
  parseId,
  type SessionId,
  type TurnId,
  uuidToBase62,
  type VersionId,
} from './ids.ts'
export type * from './part-plan.ts'
export { fail, ok, type Result } from './result.ts'
export type * from './shapes.ts'
export type {
  Agent,
  AgentName,
  BuildOrderOfTurn,
  Budget,
  Desk,
  PastTurn,
  TurnEvent,
  TurnRequest,
  Verdict,
  WorkspaceFiles,
} from './turn.ts'
export { fillTemplate, readTemplate, type Slot, slotsOf, type TemplatePiece, templateFrom } from './template.ts'
export { type Bounds, fromUm, type Mm, mm, toUm, type Um, type Vec3 } from './units.ts'
export { unreachable } from './unreachable.ts'
export type { World } from './world.ts'
