export { createDecoder } from './decode.ts'
export { createViewer, type StandIn, type Viewer, type ViewerEvents } from './viewer.ts'
