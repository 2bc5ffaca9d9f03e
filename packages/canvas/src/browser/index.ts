export { indexedDbLog } from './indexed-db-log.ts'
