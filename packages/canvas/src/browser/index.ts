export { indexedDbLog } from './indexed-db-log.ts'
export { keptCanvases } from './kept-canvases.ts'
