export { createDecoder } from './decode.ts'
export { createViewer, type StandIn, type Viewer, type ViewerEvents } from './viewer.ts'
export { type PickedElement, referenceOf, type Selection } from './selection.ts'
