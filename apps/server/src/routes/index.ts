import type { Parts } from '../parts.ts'
import { artifactRoutes } from './artifacts.ts'
import { blobRoutes } from './blobs.ts'
import { bundleRoutes } from './bundle.ts'
import { canvasRoutes } from './canvas.ts'
import { claimRoutes } from './claims.ts'
import { designRoutes } from './design.ts'
import { exportRoutes } from './exports.ts'
import { fileRoutes } from './files.ts'
import { healthRoutes } from './health.ts'
import { jobRoutes } from './jobs.ts'
import { messageRoutes } from './messages.ts'
import { openApiRoutes } from './openapi.ts'
import { measureRoutes } from './measure.ts'
import { pageRoutes } from './pages.ts'
import { parameterRoutes } from './parameters.ts'
import type { Route } from './route.ts'
import { runRoutes } from './run.ts'
import { sessionRoutes } from './sessions.ts'
import { shareRoutes } from './shares.ts'
import { templateRoutes } from './templates.ts'
import { versionRoutes } from './versions.ts'

/** The route table: a file per noun. */
export function allRoutes(parts: Parts): Route[] {
  const routes: Route[] = [
    ...runRoutes(parts),
    ...designRoutes(parts),
    ...templateRoutes(parts),
    ...sessionRoutes(parts),
    ...bundleRoutes(parts),
    ...shareRoutes(parts),
    ...messageRoutes(parts),
    ...claimRoutes(parts),
    ...fileRoutes(parts),
    ...versionRoutes(parts),
    ...parameterRoutes(parts),
    ...measureRoutes(parts),
    ...exportRoutes(parts),
    ...blobRoutes(parts),
    ...canvasRoutes(parts),
    ...jobRoutes(parts),
    ...artifactRoutes(parts),
    ...healthRoutes(parts),
    ...openApiRoutes(parts, () => routes),
    ...pageRoutes(parts),
  ]
  return routes
}
