export { type StlOptions, type StlPart, writeStl } from './stl.ts'
