import { bareId, type JobId, type SessionId, type TurnId, type VersionId } from '@hewn/model'

// Every address that two sides have to agree on. Ids travel without their kind.

export const sessionPath = (session: SessionId) => `/api/sessions/${bareId(session)}`
export const sessionPage = (session: SessionId) => `/s/${bareId(session)}`
export const filePath = (session: SessionId, path: string) =>
  `${sessionPath(session)}/files/${path.split('/').map(encodeURIComponent).join('/')}`
export const blobPath = (session: SessionId, hash: string) => `${sessionPath(session)}/blobs/${hash}`
export const parametersPath = (session: SessionId): string => `${sessionPath(session)}/parameters`
export const exportPath = (session: SessionId, format: string) => `${sessionPath(session)}/exports/${format}`
export const messagesPath = (session: SessionId) => `${sessionPath(session)}/messages`
export const turnPath = (session: SessionId, turn: TurnId) => `${sessionPath(session)}/turns/${bareId(turn)}`
export const versionPath = (session: SessionId, version: VersionId) =>
  `${sessionPath(session)}/versions/${bareId(version)}`
export const sharesPath = (session: SessionId) => `${sessionPath(session)}/shares`
/** A claim's name may hold anything. */
export const claimPath = (session: SessionId, claim: string) =>
  `${sessionPath(session)}/claims/${encodeURIComponent(claim)}`
export const jobPath = (job: JobId) => `/api/jobs/${bareId(job)}`

/** The whole result of a job in one format: `/artifacts/7n42….stl`. */
export const artifactPath = (job: JobId, extension: string) => `/artifacts/${bareId(job)}.${extension}`
/** One named file of a job: `/artifacts/7n42…/lid.stl`. */
export const artifactFilePath = (job: JobId, name: string) =>
  `/artifacts/${bareId(job)}/${name.split('/').map(encodeURIComponent).join('/')}`
